package io.commitpipeline.processor.progress;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.processor.events.ReceivedEvent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The progress rows.
 */
@Repository
public class ProgressRows {

	private static final String ROW = " where path = :path and partition_id = :partition and incarnation = :incarnation";

	private final JdbcClient jdbc;

	public ProgressRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the row until the transaction ends, so that a second owner of the partition
	 * waits, and then sees what the first one did.
	 * @return the last sequence number dealt with, -1 before the first
	 */
	public long lock(ProgressKey key) {
		this.jdbc.sql("""
				insert into progress (path, partition_id, incarnation)
				values (:path, :partition, :incarnation) on conflict do nothing""").params(parameters(key)).update();
		return this.jdbc.sql("select coalesce(sequence_number, -1) from progress" + ROW + " for update")
			.params(parameters(key))
			.query(Long.class)
			.single();
	}

	/**
	 * Everything up to the last of these events is dealt with.
	 */
	public void advance(ProgressKey key, ReceivedEvent first, ReceivedEvent last) {
		this.jdbc.sql("""
				update progress set first_sequence_number = coalesce(first_sequence_number, :first),
					sequence_number = :last, enqueued_at = :enqueuedAt, updated_at = now()""" + ROW)
			.params(parameters(key))
			.param("first", first.sequenceNumber())
			.param("last", last.sequenceNumber())
			.param("enqueuedAt", last.enqueuedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Steps over events that the hub no longer has.
	 */
	void skip(ProgressKey key, long last) {
		this.jdbc.sql("update progress set sequence_number = :last, updated_at = now()" + ROW)
			.params(parameters(key))
			.param("last", last)
			.update();
	}

	/**
	 * @return by partition; without partitions that brought nothing yet
	 */
	public Map<Integer, Position> positions(ConsumerGroup group, int incarnation) {
		Map<Integer, Position> positions = new HashMap<>();
		this.jdbc.sql("""
				select partition_id, sequence_number, enqueued_at from progress
				where path = :path and incarnation = :incarnation and sequence_number is not null""")
			.param("path", group.id())
			.param("incarnation", incarnation)
			.query((row) -> {
				OffsetDateTime enqueuedAt = row.getObject(3, OffsetDateTime.class);
				positions.put(row.getInt(1),
						new Position(row.getLong(2), (enqueuedAt != null) ? enqueuedAt.toInstant() : null));
			});
		return positions;
	}

	private static Map<String, Object> parameters(ProgressKey key) {
		return Map.of("path", key.group().id(), "partition", key.partition(), "incarnation", key.incarnation());
	}

}
