package io.commitpipeline.processor.quarantine;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commitpipeline.processor.events.ReceivedEvent;
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
					quarantined.identity().runId(), row(quarantined),
					quarantined.event().enqueuedAt().atOffset(ZoneOffset.UTC), quarantined.reason(),
					json(quarantined.event().properties()), quarantined.event().body())
			.update();
	}

	/**
	 * @return sequence numbers of the events from the first to the last that an operator
	 * discarded: known before they come only where they come again
	 */
	public Set<Long> discarded(ProgressKey key, ReceivedEvent first, ReceivedEvent last) {
		return this.jdbc.sql("""
				select sequence_number from discarded_events
				where partition_id = ? and incarnation = ? and sequence_number between ? and ?""")
			.params(key.partition(), key.incarnation(), first.sequenceNumber(), last.sequenceNumber())
			.query(Long.class)
			.set();
	}

	/**
	 * Takes events out of quarantine.
	 */
	public void remove(ProgressKey key, Collection<Long> sequenceNumbers) {
		this.jdbc.sql("""
				delete from quarantined_events where partition_id = ? and incarnation = ?
					and sequence_number = any (?::bigint[])""")
			.params(key.partition(), key.incarnation(), sequenceNumbers.toArray(Long[]::new))
			.update();
	}

	/**
	 * Keeps an event in quarantine for what is wrong with it now.
	 */
	public void keep(ProgressKey key, QuarantinedEvent quarantined) {
		this.jdbc.sql("""
				update quarantined_events set run_id = ?, run_row = ?, reason = ?
				where partition_id = ? and incarnation = ? and sequence_number = ?""")
			.params(quarantined.identity().runId(), row(quarantined), quarantined.reason(), key.partition(),
					key.incarnation(), quarantined.event().sequenceNumber())
			.update();
	}

	private static Long row(QuarantinedEvent quarantined) {
		return quarantined.identity().isPresent() ? quarantined.identity().row() : null;
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
