package io.commitpipeline.admin.metrics;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums the metric tables, which the hot path keeps by run, partition and hour. That reads
 * all of them: not while a page waits.
 */
@Repository
class SummaryQueries {

	/** More names than anybody reads; the rest is counted, not named. */
	private static final int NAMES = 20_000;

	/** No page waits for it, so it may take longer than a page may. */
	private static final int PATIENCE_SECONDS = 60;

	private static final String STANDINGS = """
			select %1$s as name, sum(commits)::bigint as commits, sum(lines_added)::bigint as lines_added,
				sum(lines_deleted)::bigint as lines_deleted, sum(entropy_sum) / sum(commits) / 10000 as mean_entropy,
				sqrt(greatest(0, sum(entropy_squares) / sum(commits) - (sum(entropy_sum) / sum(commits)) ^ 2)) / 10000
					as entropy_spread,
				max(entropy_max) / 10000.0 as max_entropy,
				sum(commits) / max(sum(commits)) over () as share, count(*) over () as size
			from %2$s where :run::uuid is null or run_id = :run::uuid
			group by %1$s order by commits desc, name limit :limit
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SummaryQueries(DataSource dataSource, Clock clock) {
		JdbcTemplate patient = new JdbcTemplate(dataSource);
		patient.setQueryTimeout(PATIENCE_SECONDS);
		this.jdbc = JdbcClient.create(patient);
		this.clock = clock;
	}

	/**
	 * Sums all from one snapshot.
	 * @param run the run, null for all
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Summary sum(UUID run) {
		return new Summary(this.clock.instant(), standings("author", "commits_by_author_hour", run),
				standings("component", "commits_by_component_hour", run), hours(run), entropies(run));
	}

	private Leaderboard standings(String name, String table, UUID run) {
		List<Sized> all = this.jdbc.sql(STANDINGS.formatted(name, table))
			.param("run", run)
			.param("limit", NAMES)
			.query(Rows.of(Sized.class))
			.list();
		return new Leaderboard(all.stream().map(Sized::standing).toList(), all.isEmpty() ? 0 : all.get(0).size());
	}

	private List<HourCount> hours(UUID run) {
		return this.jdbc.sql("""
				select commit_hour as hour, sum(commits)::bigint as commits,
					sum(entropy_sum) / sum(commits) / 10000 as mean_entropy
				from commits_by_component_hour where :run::uuid is null or run_id = :run::uuid
				group by 1 order by 1
				""").param("run", run).query(Rows.of(HourCount.class)).list();
	}

	private List<EntropyBucket> entropies(UUID run) {
		Map<Integer, Long> commits = new HashMap<>();
		this.jdbc.sql("""
				select bucket, sum(commits)::bigint as commits from commits_by_author_entropy
				where :run::uuid is null or run_id = :run::uuid group by bucket
				""").param("run", run).query((row) -> {
			commits.put(row.getInt("bucket"), row.getLong("commits"));
		});
		return EntropyBucket.of(commits);
	}

	private record Sized(String name, long commits, long linesAdded, long linesDeleted, double meanEntropy,
			double entropySpread, double maxEntropy, double share, long size) {

		private Standing standing() {
			return new Standing(this.name, this.commits, this.linesAdded, this.linesDeleted, this.meanEntropy,
					this.entropySpread, this.maxEntropy, this.share);
		}

	}

}
