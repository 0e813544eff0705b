package io.commitpipeline.processor.rebuild;

import io.commitpipeline.processor.progress.JumpException;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.SequenceGaps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Steps over events that neither the archive nor the present metrics hold.
 */
class KnownGaps {

	private final JdbcClient jdbc;

	private final SequenceGaps staged;

	private final TransactionOperations transactions;

	KnownGaps(JdbcClient jdbc, SequenceGaps staged, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.staged = staged;
		this.transactions = transactions;
	}

	/**
	 * @throws RebuildRefusedException if the present metrics hold some of the events
	 */
	void stepOver(ProgressKey key, JumpException jump) {
		long last = jump.found() - 1;
		String reason = reason(key, jump.firstMissing(), last);
		this.transactions.executeWithoutResult((status) -> this.staged.record(key, jump.firstMissing(), last, reason));
	}

	private String reason(ProgressKey key, long first, long last) {
		return this.jdbc.sql("""
				select reason from public.sequence_gaps where path = ? and partition_id = ? and incarnation = ?
					and first_missing <= ? and last_missing >= ?""")
			.params(key.group().id(), key.partition(), key.incarnation(), first, last)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new RebuildRefusedException(
					"the archive lacks the events %d to %d of partition %d, incarnation %d, and the metrics hold them"
						.formatted(first, last, key.partition(), key.incarnation())));
	}

}
