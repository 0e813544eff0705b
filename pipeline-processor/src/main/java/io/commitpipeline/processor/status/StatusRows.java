package io.commitpipeline.processor.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.processor.lag.Backlog;
import io.commitpipeline.processor.progress.ProgressKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows about the present and the minutes before it.
 */
@Repository
class StatusRows {

	private final JdbcClient jdbc;

	StatusRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param blocked what its work waits for, null if for nothing
	 * @param stuck whether events wait and nothing moves, also after a restart
	 */
	void present(Backlog backlog, String owner, Blocked blocked, boolean stuck) {
		this.jdbc.sql("""
				insert into partition_status (path, partition_id, incarnation, owner, blocked_since, blocked_by,
					hub_sequence_number, lag_events, lag_millis, retention_left_millis, updated_at, stuck)
				values (:path, :partition, :incarnation, :owner, :blockedSince, :blockedBy,
					:hub, :events, :age, :left, now(), :stuck)
				on conflict (path, partition_id) do update set incarnation = excluded.incarnation,
					owner = excluded.owner, blocked_since = excluded.blocked_since, blocked_by = excluded.blocked_by,
					hub_sequence_number = excluded.hub_sequence_number, lag_events = excluded.lag_events,
					lag_millis = excluded.lag_millis, retention_left_millis = excluded.retention_left_millis,
					updated_at = excluded.updated_at, stuck = excluded.stuck
				""")
			.params(parameters(backlog))
			.param("incarnation", backlog.partition().key().incarnation())
			.param("owner", owner)
			.param("blockedSince", (blocked != null) ? blocked.since().atOffset(ZoneOffset.UTC) : null)
			.param("blockedBy", (blocked != null) ? blocked.reason() : null)
			.param("stuck", stuck)
			.param("hub", backlog.hubSequenceNumber())
			.param("left", backlog.untilLost().toMillis())
			.update();
	}

	void minute(Backlog backlog, long[] latencies, Instant now) {
		this.jdbc
			.sql("""
					insert into path_minutes as m values (:minute, :path, :partition, :events, :age, :latencies)
					on conflict (minute, path, partition_id) do update set
						lag_events = greatest(m.lag_events, excluded.lag_events),
						lag_millis = greatest(m.lag_millis, excluded.lag_millis),
						latencies = array(select coalesce(a, 0) + coalesce(b, 0)
							from unnest(m.latencies, excluded.latencies) with ordinality as both_counts (a, b, i) order by i)
					""")
			.params(parameters(backlog))
			.param("minute", now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
			.param("latencies", latencies)
			.update();
	}

	/**
	 * @param limit how many rows at most
	 */
	int forget(Instant before, int limit) {
		return this.jdbc.sql("""
				delete from path_minutes where ctid in (
					select ctid from path_minutes where minute < :before order by minute limit :limit)
				""").param("before", before.atOffset(ZoneOffset.UTC)).param("limit", limit).update();
	}

	private static Map<String, Object> parameters(Backlog backlog) {
		ProgressKey key = backlog.partition().key();
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("path", key.group().id());
		parameters.put("partition", key.partition());
		parameters.put("events", backlog.events());
		parameters.put("age", backlog.age().toMillis());
		return parameters;
	}

	/**
	 * @param since when the work began
	 * @param reason why it has no success
	 */
	record Blocked(Instant since, String reason) {
	}

}
