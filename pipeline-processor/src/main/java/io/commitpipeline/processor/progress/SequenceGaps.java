package io.commitpipeline.processor.progress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records events that the hub no longer had when their turn came.
 */
@Repository
public class SequenceGaps {

	private final JdbcClient jdbc;

	private final ProgressRows progress;

	public SequenceGaps(JdbcClient jdbc, ProgressRows progress) {
		this.jdbc = jdbc;
		this.progress = progress;
	}

	/**
	 * A path that has taken nothing yet begins here: what the hub had before is no gap.
	 * @return false if it has begun
	 */
	@Transactional
	public boolean begin(ProgressKey key, long first) {
		if (this.progress.lock(key) >= 0) {
			return false;
		}
		this.progress.skip(key, first - 1);
		return true;
	}

	/**
	 * Records the gap and steps over it, unless another owner has moved on meanwhile.
	 */
	@Transactional
	public void record(ProgressKey key, long firstMissing, long lastMissing, String reason) {
		if (this.progress.lock(key) != firstMissing - 1) {
			return;
		}
		this.jdbc.sql("insert into sequence_gaps values (?, ?, ?, ?, ?, ?)")
			.params(key.group().id(), key.partition(), key.incarnation(), firstMissing, lastMissing, reason)
			.update();
		this.progress.skip(key, lastMissing);
		noteArchived(key);
	}

	/**
	 * Says of gaps in counting, where the archive holds what is missing, that it does.
	 */
	public void noteArchived(ProgressKey key) {
		this.jdbc.sql("""
				update sequence_gaps g set reason = reason || :note
				where path = :counting and partition_id = :partition and incarnation = :incarnation
				and not reason like '%' || :note
				and last_missing - first_missing + 1 = (
					select sum(least(f.last_sequence_number, g.last_missing)
						- greatest(f.first_sequence_number, g.first_missing) + 1)
					from archive_files f
					where f.partition_id = g.partition_id and f.incarnation = g.incarnation
					and f.last_sequence_number >= g.first_missing and f.first_sequence_number <= g.last_missing)""")
			.param("note", "; the archive holds them, a rebuild counts them")
			.param("counting", ConsumerGroup.HOT.id())
			.param("partition", key.partition())
			.param("incarnation", key.incarnation())
			.update();
	}

}
