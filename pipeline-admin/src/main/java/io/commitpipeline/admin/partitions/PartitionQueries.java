package io.commitpipeline.admin.partitions;

import java.util.List;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads how far the paths are, and what the processor tells of them.
 */
@Repository
class PartitionQueries {

	private final JdbcClient jdbc;

	PartitionQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PathPartition> partitions() {
		return this.jdbc
			.sql("""
					select p.path, p.partition_id, p.incarnation,
						p.incarnation = (select max(incarnation) from hub_incarnations) as latest, p.sequence_number,
						p.enqueued_at, p.updated_at as progress_at, s.owner, s.blocked_by,
						coalesce(s.stuck, false) as stuck, s.hub_sequence_number,
						s.lag_events, s.lag_millis, s.retention_left_millis, s.updated_at as seen_at, m.lag_events as lag_before
					from progress p
					left join partition_status s using (path, partition_id, incarnation)
					left join path_minutes m on m.minute = date_trunc('minute', now() - interval '5 minutes')
						and m.path = p.path and m.partition_id = p.partition_id
					order by p.incarnation desc, p.partition_id, p.path desc limit 1000
					""")
			.query(Rows.of(PathPartition.class))
			.list();
	}

	List<Gap> gaps() {
		return this.jdbc.sql("select * from sequence_gaps order by recorded_at desc limit 1000")
			.query(Gap.class)
			.list();
	}

	List<Incarnation> incarnations() {
		return this.jdbc
			.sql("""
					select i.*, coalesce(p.received, 0) as received from hub_incarnations i
					left join (
						select incarnation, sum(received)::bigint as received from partition_completeness group by incarnation
					) p using (incarnation)
					order by incarnation desc limit 100
					""")
			.query(Incarnation.class)
			.list();
	}

}
