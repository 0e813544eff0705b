package io.commitpipeline.processor.hotpath;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commitpipeline.processor.events.ReceivedEvent;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the same events by other means: the simplest there are, row by row.
 */
record Recount(List<ReceivedEvent> events) {

	private static final ObjectMapper JSON = new ObjectMapper()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

	static Recount of(List<ReceivedEvent> events) {
		return new Recount(events);
	}

	Map<String, Object> minute(String minute) {
		long[] totals = new long[6];
		this.events.stream()
			.filter((event) -> event.enqueuedAt().truncatedTo(ChronoUnit.MINUTES).equals(Instant.parse(minute)))
			.forEach((event) -> add(totals, event));
		return Map.of("c", totals[0], "a", totals[1], "d", totals[2], "s", totals[3], "q", totals[4], "m", totals[5]);
	}

	Map<String, String> authorHours() {
		return by((commit) -> commit.get("author").asText() + "@" + commit.get("time").asInt() / 60);
	}

	Map<String, String> authorHours(JdbcTemplate jdbc) {
		return stored(jdbc, "author", "commits_by_author_hour");
	}

	Map<String, String> componentHours() {
		return by((commit) -> {
			String[] segments = commit.get("file_path").asText().split("/");
			return segments[1] + "/" + segments[2] + "@" + commit.get("time").asInt() / 60;
		});
	}

	Map<String, String> componentHours(JdbcTemplate jdbc) {
		return stored(jdbc, "component", "commits_by_component_hour");
	}

	Map<String, Long> entropies() {
		Map<String, Long> counts = new TreeMap<>();
		this.events.forEach((event) -> {
			JsonNode commit = commit(event);
			int bucket = (int) Math.min(20, scaled(commit) / 500);
			counts.merge(commit.get("author").asText() + "@" + bucket, 1L, Long::sum);
		});
		return counts;
	}

	Map<String, Long> entropies(JdbcTemplate jdbc) {
		Map<String, Long> counts = new TreeMap<>();
		jdbc.query("select author || '@' || bucket, commits from commits_by_author_entropy", (row) -> {
			counts.put(row.getString(1), row.getLong(2));
		});
		return counts;
	}

	private static Map<String, String> stored(JdbcTemplate jdbc, String name, String table) {
		Map<String, String> rows = new TreeMap<>();
		jdbc.query("""
				select %s || '@' || commit_hour, commits || ' ' || lines_added || ' ' || lines_deleted || ' ' ||
					entropy_sum || ' ' || entropy_squares || ' ' || entropy_max from %s""".formatted(name, table),
				(row) -> {
					rows.put(row.getString(1), row.getString(2));
				});
		return rows;
	}

	private Map<String, String> by(Function<JsonNode, String> key) {
		Map<String, long[]> totals = new HashMap<>();
		this.events
			.forEach((event) -> add(totals.computeIfAbsent(key.apply(commit(event)), (absent) -> new long[6]), event));
		Map<String, String> texts = new TreeMap<>();
		totals.forEach((name, values) -> texts.put(name,
				"%d %d %d %d %d %d".formatted(values[0], values[1], values[2], values[3], values[4], values[5])));
		return texts;
	}

	private static void add(long[] totals, ReceivedEvent event) {
		JsonNode commit = commit(event);
		long entropy = scaled(commit);
		totals[0]++;
		totals[1] += commit.get("lines_added").asLong();
		totals[2] += commit.get("lines_deleted").asLong();
		totals[3] += entropy;
		totals[4] += entropy * entropy;
		totals[5] = Math.max(totals[5], entropy);
	}

	private static long scaled(JsonNode commit) {
		return commit.get("entropy").decimalValue().multiply(BigDecimal.valueOf(10_000)).longValueExact();
	}

	private static JsonNode commit(ReceivedEvent event) {
		try {
			return JSON.readTree(event.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
