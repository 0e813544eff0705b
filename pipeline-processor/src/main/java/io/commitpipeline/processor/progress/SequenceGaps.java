package io.commitpipeline.processor.progress;

import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records events that the hub no longer had when their turn came.
 */
@Repository
class SequenceGaps {

	private final JdbcClient jdbc;

	private final ProgressRows progress;

	SequenceGaps(JdbcClient jdbc, ProgressRows progress) {
		this.jdbc = jdbc;
		this.progress = progress;
	}

	/**
	 * Records the gap and steps over it, unless another owner has moved on meanwhile.
	 */
	@Transactional
	public void record(ProgressKey key, long firstMissing, long lastMissing, String reason) {
		if (!this.progress.lock(key).equals(OptionalLong.of(firstMissing - 1))) {
			return;
		}
		this.jdbc.sql("insert into sequence_gaps values (?, ?, ?, ?, ?, ?)")
			.params(key.group().id(), key.partition(), key.incarnation(), firstMissing, lastMissing, reason)
			.update();
		this.progress.skip(key, lastMissing);
	}

}
