package io.commitpipeline.admin.pulse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the processor tells.
 */
@Repository
class PulseQueries {

	private final JdbcClient jdbc;

	PulseQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What waits on both paths, as told within the last seconds.
	 */
	Backlog backlog() {
		return this.jdbc.sql("""
				select sum(lag_events) filter (where path = 'hot')::bigint as hot_events,
					max(lag_millis) filter (where path = 'hot') as hot_millis,
					sum(lag_events) filter (where path = 'cold')::bigint as cold_events,
					max(lag_millis) filter (where path = 'cold') as cold_millis,
					min(retention_left_millis) filter (where lag_events > 0) as retention_left_millis,
					max(updated_at) as told_at
				from partition_status where updated_at > now() - interval '30 seconds'
				""").query(Backlog.class).single();
	}

	/**
	 * How far the hub and the hot path are, to be compared with an earlier time.
	 */
	Counters counters() {
		return this.jdbc.sql("""
				select coalesce(sum(s.hub_sequence_number), 0)::bigint as taken,
					coalesce(sum(p.sequence_number), 0)::bigint as counted
				from progress p
				left join partition_status s using (path, partition_id, incarnation)
				where p.path = 'hot' and p.incarnation = (select max(incarnation) from hub_incarnations)
				""").query(Counters.class).single();
	}

	Latencies latencies(Instant since) {
		Latencies latencies = new Latencies();
		this.jdbc.sql(
				"select array_to_string(latencies, ',') as latencies from path_minutes where minute >= :since and path = 'hot'")
			.param("since", Timestamp.from(since))
			.query((row) -> {
				latencies.add(counts(row));
			});
		return latencies;
	}

	/**
	 * The minutes since then, put together into the steps that they belong to.
	 * @param steps the starts of the steps, the oldest first
	 * @param step how long one is
	 */
	List<Moment> moments(List<Instant> steps, Duration step) {
		Map<Instant, Gathered> gathered = new HashMap<>();
		this.jdbc.sql("""
				select date_bin(make_interval(secs => :step), minute, 'epoch') as step, path, partition_id, lag_events,
				array_to_string(latencies, ',') as latencies
				from path_minutes where minute >= :from
				""").param("step", step.toSeconds()).param("from", Timestamp.from(steps.get(0))).query((row) -> {
			gathered.computeIfAbsent(row.getTimestamp("step").toInstant(), (at) -> new Gathered())
				.add(row.getString("path"), row.getInt("partition_id"), row.getLong("lag_events"), counts(row));
		});
		return steps.stream().map((at) -> gathered.getOrDefault(at, new Gathered()).moment(at)).toList();
	}

	/** Faster than the driver's boxes, for a day of minutes. */
	private static long[] counts(ResultSet row) throws SQLException {
		String text = row.getString("latencies");
		return text.isEmpty() ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
	}

	record Backlog(Long hotEvents, Long hotMillis, Long coldEvents, Long coldMillis, Long retentionLeftMillis,
			Instant toldAt) {
	}

	record Counters(long taken, long counted) {
	}

	/** The most that each partition had waiting, summed. */
	private static final class Gathered {

		private final Latencies latencies = new Latencies();

		private final Map<String, Map<Integer, Long>> events = new HashMap<>();

		void add(String path, int partition, long waiting, long[] counts) {
			this.latencies.add(counts);
			this.events.computeIfAbsent(path, (key) -> new HashMap<>()).merge(partition, waiting, Math::max);
		}

		Moment moment(Instant at) {
			return new Moment(at, this.latencies.percentile(Pulses.HALF), this.latencies.percentile(Pulses.MOST),
					sum("hot"), sum("cold"));
		}

		private Long sum(String path) {
			Map<Integer, Long> waiting = this.events.get(path);
			return (waiting != null) ? waiting.values().stream().mapToLong(Long::longValue).sum() : null;
		}

	}

}
