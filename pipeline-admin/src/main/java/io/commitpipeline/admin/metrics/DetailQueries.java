package io.commitpipeline.admin.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the rows of one author or component. The tables are keyed by run and partition
 * first: the outcomes say which of these there are.
 */
@Repository
class DetailQueries {

	private static final String ROWS = """
			from (
				select distinct run_id, partition_id from event_outcomes where :run::uuid is null or run_id = :run::uuid
			) p
			join %1$s m on m.run_id = p.run_id and m.partition_id = p.partition_id and m.%2$s = :name
			""";

	private static final String STANDING = """
			select :name as name, sum(commits)::bigint as commits, sum(lines_added)::bigint as lines_added,
				sum(lines_deleted)::bigint as lines_deleted, sum(entropy_sum) / sum(commits) / 10000 as mean_entropy,
				sqrt(greatest(0, sum(entropy_squares) / sum(commits) - (sum(entropy_sum) / sum(commits)) ^ 2)) / 10000
					as entropy_spread,
				max(entropy_max) / 10000.0 as max_entropy, 1 as share
			""";

	private static final String HOURS = """
			select commit_hour as hour, sum(commits)::bigint as commits,
				sum(entropy_sum) / sum(commits) / 10000 as mean_entropy
			""";

	private final JdbcClient jdbc;

	DetailQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads all that is known of it, from one snapshot.
	 * @return empty if there is no such author or component
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Optional<Detail> detail(Subject subject, String name, UUID run) {
		String rows = ROWS.formatted(subject.table(), subject.column());
		return statement(STANDING + rows + "having count(*) > 0", name, run).query(Standing.class)
			.optional()
			.map((standing) -> new Detail(standing,
					statement(HOURS + rows + "group by 1 order by 1", name, run).query(Rows.of(HourCount.class)).list(),
					(subject == Subject.AUTHOR) ? entropies(name, run) : List.of()));
	}

	private List<EntropyBucket> entropies(String author, UUID run) {
		Map<Integer, Long> commits = new HashMap<>();
		String rows = ROWS.formatted("commits_by_author_entropy", "author");
		statement("select bucket, sum(commits)::bigint as commits " + rows + "group by bucket", author, run)
			.query((row) -> {
				commits.put(row.getInt("bucket"), row.getLong("commits"));
			});
		return EntropyBucket.of(commits);
	}

	private JdbcClient.StatementSpec statement(String sql, String name, UUID run) {
		return this.jdbc.sql(sql).param("name", name).param("run", run);
	}

}
