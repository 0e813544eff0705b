package io.commitpipeline.processor.quarantine;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commitpipeline.processor.progress.ProgressKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The quarantined events.
 */
@Repository
public class Quarantine {

	/** Escapes let the database take NUL characters and unpaired surrogates too. */
	private static final ObjectWriter JSON = JsonMapper.builder()
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build()
		.writer();

	private final JdbcClient jdbc;

	public Quarantine(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void add(ProgressKey key, List<QuarantinedEvent> events) {
		events.forEach((event) -> add(key, event));
	}

	private void add(ProgressKey key, QuarantinedEvent quarantined) {
		this.jdbc.sql("""
				insert into quarantined_events (partition_id, incarnation, sequence_number, run_id, run_row,
					enqueued_at, reason, properties, body)
				values (?, ?, ?, ?, ?, ?, ?, ?::json, ?)""")
			.params(key.partition(), key.incarnation(), quarantined.event().sequenceNumber(),
					quarantined.identity().runId(),
					quarantined.identity().isPresent() ? quarantined.identity().row() : null,
					quarantined.event().enqueuedAt().atOffset(ZoneOffset.UTC), quarantined.reason(),
					json(quarantined.event().properties()), quarantined.event().body())
			.update();
	}

	private static String json(Map<String, Object> properties) {
		Map<String, String> texts = new TreeMap<>();
		properties.forEach((name, value) -> texts.put(name, String.valueOf(value)));
		try {
			return JSON.writeValueAsString(texts);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A map of texts is no JSON", ex);
		}
	}

}
