package io.commitpipeline.processor.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
	 * How far the paths have come. To be asked before the hub is: an owner that goes on
	 * meanwhile would make the hub look behind.
	 */
	public List<Taken> taken() {
		return this.jdbc.sql("""
				select incarnation, partition_id, max(sequence_number) from progress
				where sequence_number is not null group by incarnation, partition_id""")
			.query((row, number) -> new Taken(row.getInt(1), row.getInt(2), row.getLong(3)))
			.list();
	}

	/**
	 * Finds the incarnation that this hub is, and begins a new one if it is none we know.
	 * @param taken before the hub was asked
	 */
	@Transactional
	public int recognise(HubState hub, List<Taken> taken) {
		// Two processors that start at once must not begin two.
		this.jdbc.sql("lock table hub_incarnations in share row exclusive mode").update();
		return newest(hub).filter((known) -> taken.stream().noneMatch((each) -> each.isBeyond(hub, known)))
			.orElseGet(() -> begin(hub));
	}

	/**
	 * Records an incarnation that a restored database has forgotten.
	 * @param time at which that hub existed
	 */
	public void know(int incarnation, Instant time) {
		int recorded = this.jdbc.sql("""
				insert into hub_incarnations (incarnation, hub, hub_created_at) overriding system value
				values (?, 'forgotten', ?) on conflict do nothing""")
			.params(incarnation, time.atOffset(ZoneOffset.UTC))
			.update();
		if (recorded > 0) {
			this.jdbc.sql("""
					select setval(pg_get_serial_sequence('hub_incarnations', 'incarnation'), max(incarnation))
					from hub_incarnations""").query(Long.class).single();
		}
	}

	private Optional<Integer> newest(HubState hub) {
		return this.jdbc.sql("select max(incarnation) from hub_incarnations where hub = ? and hub_created_at = ?")
			.params(hub.name(), hub.createdAt().atOffset(ZoneOffset.UTC))
			.query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.single();
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

	/**
	 * The last event that a path has taken from a partition.
	 */
	public record Taken(int incarnation, int partition, long sequenceNumber) {

		boolean isBeyond(HubState hub, int known) {
			return this.incarnation == known && hub.partitions()
				.stream()
				.anyMatch((state) -> state.id() == this.partition && state.lastSequenceNumber() < this.sequenceNumber);
		}

	}

}
