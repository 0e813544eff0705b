package io.commitpipeline.admin.completeness;

import java.util.List;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the completeness views.
 */
@Repository
public class CompletenessQueries {

	private final JdbcClient jdbc;

	CompletenessQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All events ever sent.
	 * @return the figures
	 */
	public Completeness total() {
		return this.jdbc.sql("""
				select c.*, greatest((select max(updated_at) from progress), (select max(started_at) from runs))
					as last_progress_at
				from completeness c
				""").query(Completeness.class).single();
	}

	/**
	 * The same by partition.
	 * @return the partitions in order
	 */
	public List<PartitionCompleteness> byPartition() {
		return this.jdbc.sql("select * from partition_completeness order by incarnation, partition_id")
			.query(Rows.of(PartitionCompleteness.class))
			.list();
	}

}
