package io.commitpipeline.processor.connections;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The pools, with the settings of {@code spring.datasource}, and their health.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionsConfiguration {

	@Bean
	ConnectionPools dataSource(DataSourceProperties database, ConnectionsProperties sizes, Environment environment,
			MeterRegistry meters) {
		Binder binder = Binder.get(environment);
		return new ConnectionPools(pool("hot", sizes.hot(), database, binder, meters),
				pool("cold", sizes.cold(), database, binder, meters),
				pool("questions", sizes.questions(), database, binder, meters));
	}

	@Bean
	DataSourceHealthIndicator dbHealthContributor(ConnectionPools pools) {
		return new DataSourceHealthIndicator(pools.questions());
	}

	private static HikariDataSource pool(String name, int size, DataSourceProperties database, Binder binder,
			MeterRegistry meters) {
		HikariDataSource pool = database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
		binder.bind("spring.datasource.hikari", Bindable.ofInstance(pool));
		pool.setPoolName(name);
		pool.setMaximumPoolSize(size);
		pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
		return pool;
	}

}
