package io.commitpipeline.processor.rebuild;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.hub.PartitionState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees to it that no event that the metrics hold is lost: it must be in the archive, or
 * the hub must still have it for the hot path to count again.
 */
class LossGuard {

	private final JdbcClient jdbc;

	LossGuard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param hub as it is now
	 * @throws RebuildRefusedException if an event would be lost
	 */
	void check(HubState hub) {
		requireSameDiscards();
		Map<Integer, Long> begins = hub.partitions()
			.stream()
			.collect(Collectors.toMap(PartitionState::id, PartitionState::beginSequenceNumber));
		counted(hub).forEach((range) -> {
			requireBeginning(range);
			requireEnd(range, range.ofThisHub() ? begins.getOrDefault(range.partition(), Long.MAX_VALUE) : null);
		});
	}

	/** An event that was discarded since may have been counted before, or the reverse. */
	private void requireSameDiscards() {
		long changes = this.jdbc.sql("""
				with now as (select partition_id, incarnation, sequence_number from public.discarded_events),
					before as (select partition_id, incarnation, sequence_number from rebuild.discarded_events)
				select count(*) from ((table now except table before) union all (table before except table now)) c""")
			.query(Long.class)
			.single();
		if (changes > 0) {
			throw new RebuildRefusedException(
					"%d quarantined events were discarded or taken back while the archive was counted: rebuild again"
						.formatted(changes));
		}
	}

	private List<Range> counted(HubState hub) {
		return this.jdbc
			.sql("""
					select h.partition_id, h.incarnation, h.first_sequence_number, h.sequence_number,
						a.first_sequence_number, a.sequence_number,
						i.hub = ? and i.hub_created_at = ? and not exists (
							select from hub_incarnations later where later.hub = i.hub and later.incarnation > i.incarnation)
					from public.progress h
					join hub_incarnations i using (incarnation)
					left join rebuild.progress a
						on a.path = h.path and a.partition_id = h.partition_id and a.incarnation = h.incarnation
					where h.path = 'hot' and h.first_sequence_number is not null
					order by 1, 2""")
			.params(hub.name(), hub.createdAt().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Range(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4),
					row.getObject(5, Long.class), row.getObject(6, Long.class), row.getBoolean(7)))
			.list();
	}

	private static void requireBeginning(Range range) {
		if (range.archivedFirst() != null && range.archivedFirst() > range.first()) {
			throw refused(range, range.first(), range.archivedFirst() - 1);
		}
	}

	/**
	 * @param begin of what the hub still has, null if it is another hub
	 */
	private static void requireEnd(Range range, Long begin) {
		long next = (range.archivedLast() != null) ? range.archivedLast() + 1 : range.first();
		if (next <= range.last() && (begin == null || begin > next)) {
			throw refused(range, next, range.last());
		}
	}

	private static RebuildRefusedException refused(Range range, long first, long last) {
		return new RebuildRefusedException(
				"the archive lacks the events %d to %d of partition %d, incarnation %d, and the metrics hold them"
					.formatted(first, last, range.partition(), range.incarnation()));
	}

	/**
	 * What the metrics hold of a partition, and what of it the archive gave.
	 */
	private record Range(int partition, int incarnation, long first, long last, Long archivedFirst, Long archivedLast,
			boolean ofThisHub) {
	}

}
