package io.commitpipeline.admin.metrics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sums commits by the minute in which the hub took them.
 */
@Repository
public class MetricQueries {

	private final JdbcClient jdbc;

	MetricQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Commits over a range by the time at which the hub took them.
	 * @param range the range
	 * @param now its end
	 * @return the commits
	 */
	public Activity activity(Range range, Instant now) {
		List<Instant> steps = range.steps(now);
		Map<Instant, Long> commits = commitsByStep(range, steps.get(0));
		double minutes = range.step().toSeconds() / 60.0;
		List<Activity.Point> points = steps.stream()
			.map((step) -> new Activity.Point(step, commits.getOrDefault(step, 0L) / minutes))
			.toList();
		return new Activity(range, points, lastCommitAt());
	}

	private Map<Instant, Long> commitsByStep(Range range, Instant from) {
		Map<Instant, Long> commits = new HashMap<>();
		this.jdbc.sql("""
				select date_bin(make_interval(secs => :step), minute, 'epoch') as step, sum(commits)::bigint as commits
				from commits_by_minute where minute >= :from group by 1
				""").param("step", range.step().toSeconds()).param("from", Timestamp.from(from)).query((row) -> {
			commits.put(row.getTimestamp("step").toInstant(), row.getLong("commits"));
		});
		return commits;
	}

	private Instant lastCommitAt() {
		return this.jdbc.sql("select minute from commits_by_minute order by minute desc limit 1")
			.query((row, number) -> row.getTimestamp("minute").toInstant())
			.optional()
			.orElse(null);
	}

}
