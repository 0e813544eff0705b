package io.commitpipeline.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import io.commitpipeline.processor.events.ReceivedEvent;

/**
 * Events as the producer sends them.
 */
public final class TestEvents {

	public static final UUID RUN = UUID.fromString("0190f3a0-0000-7000-8000-000000000001");

	public static final Instant START = Instant.parse("2026-03-01T10:58:00Z");

	private static final List<String> VERBS = List.of("mend", "move", "test");

	private TestEvents() {
	}

	/**
	 * Rows of the run, at the sequence numbers of the same value; the same for the same
	 * numbers.
	 */
	public static List<ReceivedEvent> rows(long first, long last) {
		return LongStream.rangeClosed(first, last).mapToObj((row) -> row(row, row)).toList();
	}

	public static ReceivedEvent row(long sequenceNumber, long row) {
		return event(sequenceNumber, properties(RUN, row), json(row));
	}

	public static ReceivedEvent event(long sequenceNumber, Map<String, Object> properties, String body) {
		return event(sequenceNumber, properties, body.getBytes(StandardCharsets.UTF_8));
	}

	public static ReceivedEvent event(long sequenceNumber, Map<String, Object> properties, byte[] body) {
		return new ReceivedEvent(sequenceNumber, "offset:" + sequenceNumber, START.plusMillis(sequenceNumber * 100),
				"key", properties, body);
	}

	public static Map<String, Object> properties(UUID run, long row) {
		return Map.of("replay-id", run.toString(), "replay-row", Long.toString(row));
	}

	public static String json(long row) {
		Random random = new Random(row);
		return json("person_" + random.nextInt(7), random.nextInt(500),
				"/services/part_" + random.nextInt(4) + "/x/" + row + ".py", random.nextInt(90), random.nextInt(40),
				random.nextInt(10_000) / 10_000.0, row);
	}

	public static String json(String author, int time, String path, int added, int deleted, double entropy, long row) {
		return """
				{"commit_id":"c_%07d","author":"%s","time":%d,"file_path":"%s","lines_added":%d,"lines_deleted":%d,\
				"entropy":%s,"message":"%s the \\"thing\\" – №%d","ingest_timestamp":1764000000.%03d}""".formatted(row,
				author, time, path, added, deleted, String.format(Locale.ROOT, "%.4f", entropy),
				VERBS.get((int) (row % VERBS.size())), row, row % 1000);
	}

}
