package io.commitpipeline.processor.rebuild;

import io.commitpipeline.processor.hub.HubState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the staged metrics in the place of the present ones, in one transaction.
 */
class Swap {

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final LossGuard guard;

	Swap(JdbcTemplate jdbc, TransactionOperations transactions, LossGuard guard) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.guard = guard;
	}

	/**
	 * @throws RebuildRefusedException if an event would be lost
	 */
	void run(HubState hub) {
		this.transactions.executeWithoutResult((status) -> {
			// Each transaction of the paths begins with a progress row: none is under way
			// from here on.
			this.jdbc.execute("lock table public.progress in share row exclusive mode");
			this.guard.check(hub);
			Staging.METRICS.forEach((table) -> replace(table, ""));
			// Derived from the metrics: the processor derives it anew.
			this.jdbc.update("delete from public.unusual_runs");
			this.jdbc.update("update public.runs set folded = false where folded");
			replace(Staging.GAPS, " where path = 'hot'");
			replace(Staging.PROGRESS, " where path = 'hot'");
		});
	}

	/** Readers go on seeing the old rows until the transaction ends. */
	private void replace(String table, String where) {
		this.jdbc.update("delete from public." + table + where);
		this.jdbc.update("insert into public.%2$s select * from %1$s.%2$s".formatted(Staging.SCHEMA, table) + where);
	}

}
