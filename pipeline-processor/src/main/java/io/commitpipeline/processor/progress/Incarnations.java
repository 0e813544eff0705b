package io.commitpipeline.processor.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.processor.hub.HubState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells one hub from another of the same name: a hub that is created again starts its
 * sequence numbers again.
 */
@Repository
public class Incarnations {

	private static final Logger logger = LoggerFactory.getLogger(Incarnations.class);

	private final JdbcClient jdbc;

	Incarnations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the incarnation that this hub is, and begins a new one if it is none we know.
	 */
	@Transactional
	public int recognise(HubState hub) {
		// Two processors that start at once must not begin two.
		this.jdbc.sql("lock table hub_incarnations in share row exclusive mode").update();
		return newest(hub.name()).filter((known) -> isSame(known, hub))
			.map(Incarnation::id)
			.orElseGet(() -> begin(hub));
	}

	private Optional<Incarnation> newest(String hub) {
		return this.jdbc.sql("""
				select incarnation, hub_created_at from hub_incarnations
				where hub = ? order by incarnation desc limit 1""")
			.param(hub)
			.query((row, number) -> new Incarnation(row.getInt(1), row.getTimestamp(2).toInstant()))
			.optional();
	}

	private boolean isSame(Incarnation known, HubState hub) {
		return known.createdAt().equals(hub.createdAt()) && !isBehind(hub, known.id());
	}

	private boolean isBehind(HubState hub, int incarnation) {
		Map<Integer, Long> taken = new HashMap<>();
		this.jdbc.sql("""
				select partition_id, max(sequence_number) from progress
				where incarnation = ? and sequence_number is not null group by partition_id""")
			.param(incarnation)
			.query((row) -> {
				taken.put(row.getInt(1), row.getLong(2));
			});
		return hub.partitions()
			.stream()
			.anyMatch((partition) -> partition.lastSequenceNumber() < taken.getOrDefault(partition.id(), -1L));
	}

	private int begin(HubState hub) {
		int incarnation = this.jdbc.sql("""
				insert into hub_incarnations (hub, hub_created_at) values (?, ?) returning incarnation""")
			.params(hub.name(), hub.createdAt().atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single();
		logger.info("Hub '{}', created at {}, is incarnation {}", hub.name(), hub.createdAt(), incarnation);
		return incarnation;
	}

	private record Incarnation(int id, Instant createdAt) {

	}

}
