package io.commitpipeline.processor.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.events.ReplayIdentity;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.quarantine.QuarantinedEvent;
import io.commitpipeline.processor.settlement.Settlement.Place;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The events in quarantine that a settlement means and has not come to yet.
 */
@Repository
class QuarantinedTargets {

	private static final ObjectReader PROPERTIES = JsonMapper.builder()
		.build()
		.readerFor(new TypeReference<Map<String, Object>>() {
		});

	private static final String AHEAD = """
			from quarantined_events q
			where (q.partition_id, q.incarnation, q.sequence_number) > (:atPartition, :atIncarnation, :atNumber)
				and q.quarantined_at <= :requestedAt and\s""";

	private static final String OPEN = """
			not exists (select from discarded_events d where d.partition_id = q.partition_id
				and d.incarnation = q.incarnation and d.sequence_number = q.sequence_number)""";

	private static final String OF_THE_PARTITION = " and q.partition_id = :partition and q.incarnation = :incarnation";

	private static final String LARGEST_BODIES = "4194304";

	private final JdbcClient jdbc;

	QuarantinedTargets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return the partition of the next one
	 */
	Optional<ProgressKey> partition(Settlement settlement) {
		return statement("select q.partition_id, q.incarnation " + AHEAD + meant(settlement)
				+ " order by q.partition_id, q.incarnation, q.sequence_number limit 1", settlement)
			.query((row, number) -> new ProgressKey(ConsumerGroup.HOT, row.getInt(1), row.getInt(2)))
			.optional();
	}

	/**
	 * @return the next ones of a partition, as many as bytes allow
	 */
	List<QuarantinedEvent> events(Settlement settlement, ProgressKey key, int limit) {
		return statement(
				"""
						select sequence_number, enqueued_at, run_id, run_row, reason, properties::text, body from (
							select q.*, sum(octet_length(q.body)) over (order by q.sequence_number) - octet_length(q.body) as before
						"""
						+ AHEAD + meant(settlement) + OF_THE_PARTITION + " order by q.sequence_number limit :limit) q"
						+ " where before < " + LARGEST_BODIES + " order by sequence_number",
				settlement)
			.param("partition", key.partition())
			.param("incarnation", key.incarnation())
			.param("limit", limit)
			.query(QuarantinedTargets::event)
			.list();
	}

	/**
	 * Discards the next ones of a partition.
	 * @return their sequence numbers
	 */
	List<Long> discard(Settlement settlement, ProgressKey key, int limit) {
		return statement(
				"""
						insert into discarded_events (partition_id, incarnation, sequence_number, settlement_id)
						select q.partition_id, q.incarnation, q.sequence_number, :id
						""" + AHEAD + meant(settlement) + OF_THE_PARTITION
						+ " order by q.sequence_number limit :limit on conflict do nothing returning sequence_number",
				settlement)
			.param("id", settlement.id())
			.param("partition", key.partition())
			.param("incarnation", key.incarnation())
			.param("limit", limit)
			.query(Long.class)
			.list();
	}

	void takeBack(Place event) {
		this.jdbc.sql("delete from discarded_events where partition_id = ? and incarnation = ? and sequence_number = ?")
			.params(event.partition(), event.incarnation(), event.sequenceNumber())
			.update();
	}

	private static String meant(Settlement settlement) {
		if (settlement.event() != null) {
			return "q.partition_id = :eventPartition and q.incarnation = :eventIncarnation"
					+ " and q.sequence_number = :eventNumber";
		}
		return (settlement.reasonGroup() != null) ? "quarantine_group(q.reason) = :reasonGroup and " + OPEN : OPEN;
	}

	private StatementSpec statement(String sql, Settlement settlement) {
		StatementSpec statement = this.jdbc.sql(sql)
			.param("atPartition", settlement.at().partition())
			.param("atIncarnation", settlement.at().incarnation())
			.param("atNumber", settlement.at().sequenceNumber())
			.param("requestedAt", settlement.requestedAt())
			.param("reasonGroup", settlement.reasonGroup());
		Place event = settlement.event();
		return (event == null) ? statement
				: statement.param("eventPartition", event.partition())
					.param("eventIncarnation", event.incarnation())
					.param("eventNumber", event.sequenceNumber());
	}

	private static QuarantinedEvent event(ResultSet row, int number) throws SQLException {
		ReceivedEvent event = new ReceivedEvent(row.getLong(1), null,
				row.getObject(2, OffsetDateTime.class).toInstant(), null, properties(row.getString(6)),
				row.getBytes(7));
		Long runRow = row.getObject(4, Long.class);
		ReplayIdentity identity = (runRow != null) ? new ReplayIdentity(row.getObject(3, UUID.class), runRow)
				: ReplayIdentity.NONE;
		return new QuarantinedEvent(event, identity, row.getString(5));
	}

	private static Map<String, Object> properties(String json) {
		try {
			return PROPERTIES.readValue(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The properties of a quarantined event are no JSON object", ex);
		}
	}

}
