package io.commitpipeline.processor.connections;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import io.commitpipeline.processor.ownership.PathOfThread;
import io.commitpipeline.processor.progress.ConsumerGroup;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Gives each path connections of its own: however many of them hang, the other path,
 * health and the answers about where to start do not wait for one.
 */
class ConnectionPools extends AbstractRoutingDataSource implements DisposableBean {

	private final HikariDataSource hot;

	private final HikariDataSource cold;

	private final HikariDataSource questions;

	ConnectionPools(HikariDataSource hot, HikariDataSource cold, HikariDataSource questions) {
		this.hot = hot;
		this.cold = cold;
		this.questions = questions;
		setTargetDataSources(Map.of(ConsumerGroup.HOT, hot, ConsumerGroup.COLD, cold));
		setDefaultTargetDataSource(questions);
	}

	HikariDataSource questions() {
		return this.questions;
	}

	@Override
	protected Object determineCurrentLookupKey() {
		return PathOfThread.get();
	}

	@Override
	public void destroy() {
		this.hot.close();
		this.cold.close();
		this.questions.close();
	}

}
