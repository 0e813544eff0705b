package io.commitpipeline.processor.hotpath;

import java.util.List;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.quarantine.Quarantine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts events by the rules of the hot path, into the tables that the caller's
 * connection sees.
 */
public class Recounting {

	private final PoisonIsolation isolation;

	private final TransactionOperations transactions;

	public Recounting(JdbcTemplate jdbc, TransactionOperations transactions) {
		JdbcClient client = JdbcClient.create(jdbc);
		this.isolation = new PoisonIsolation(
				new HotPathTransaction(new ProgressRows(client), new Runs(client), RunWindows.fromTheStart(client),
						new MetricTables(jdbc), new EventOutcomes(client), new Quarantine(client)));
		this.transactions = transactions;
	}

	/**
	 * Counts the events that are next.
	 * @param key whose progress they advance
	 * @param events without holes
	 * @throws io.commitpipeline.processor.progress.JumpException if events are missing
	 * before these
	 */
	public void count(ProgressKey key, List<ReceivedEvent> events) {
		this.isolation.count(key, events,
				(transaction) -> this.transactions.executeWithoutResult((status) -> transaction.get()));
	}

}
