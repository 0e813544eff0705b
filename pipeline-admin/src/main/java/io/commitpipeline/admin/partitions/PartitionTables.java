package io.commitpipeline.admin.partitions;

import java.time.Instant;
import java.util.List;

import io.commitpipeline.admin.completeness.PartitionCompleteness;
import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Column.Kind;
import io.commitpipeline.admin.web.Table;

/**
 * The tables of the page.
 */
final class PartitionTables {

	private PartitionTables() {
	}

	static Table<PathPartition> paths(List<PathPartition> partitions, Instant now) {
		return Table
			.of("Partitions by path",
					List.of(Column.count("partition", "Partition", PathPartition::partitionId),
							Column.text("path", "Path", PathPartition::path),
							Column.of("state", "State", Kind.STATE, (row) -> row.state(now).title()),
							Column.count("lag_events", "Lag, events", PathPartition::lagEvents),
							Column.duration("lag_seconds", "Lag, time", PathPartition::lag)
								.meaning("how long the oldest event waits at most"),
							Column.text("trend", "Trend", PathPartition::trend).meaning("against five minutes ago"),
							Column.duration("retention_left_seconds", "Hub drops it in", PathPartition::retentionLeft)
								.meaning("until the hub's retention overtakes the oldest event that waits"),
							Column.count("sequence_number", "Last event", PathPartition::sequenceNumber),
							Column.count("hub_sequence_number", "Hub’s last", PathPartition::hubSequenceNumber),
							Column.time("progress_at", "Last progress", PathPartition::progressAt),
							Column.text("owner", "Owner", PathPartition::owner),
							Column.sentence("blocked_by", "Waits for", PathPartition::blockedBy),
							Column.count("incarnation", "Hub", PathPartition::incarnation)),
					partitions)
			.whenEmpty("None yet. A partition shows up when the processor takes it.");
	}

	static Table<PartitionCompleteness> completeness(List<PartitionCompleteness> partitions) {
		return Table
			.of("Completeness by partition",
					List.of(Column.count("partition", "Partition", PartitionCompleteness::partitionId),
							Column.count("incarnation", "Hub", PartitionCompleteness::incarnation),
							Column.count("first", "First event", PartitionCompleteness::firstSequenceNumber),
							Column.count("last", "Last event", PartitionCompleteness::sequenceNumber),
							Column.count("received", "Received", PartitionCompleteness::received),
							Column.count("counted", "Counted", PartitionCompleteness::counted),
							Column.count("duplicates", "Duplicates", PartitionCompleteness::duplicates),
							Column.count("quarantined", "Quarantined", PartitionCompleteness::quarantined),
							Column.count("archived", "Archived", PartitionCompleteness::archived),
							Column.count("files", "Files", PartitionCompleteness::files),
							Column.count("gaps", "Gaps", PartitionCompleteness::gaps)),
					partitions)
			.whenEmpty("None yet. A partition shows up when the processor takes it.");
	}

	static Table<Gap> gaps(List<Gap> gaps) {
		return Table
			.of("Gaps", List.of(Column.count("partition", "Partition", Gap::partitionId),
					Column.text("path", "Path", Gap::path), Column.count("incarnation", "Hub", Gap::incarnation),
					Column.count("first_missing", "From", Gap::firstMissing),
					Column.count("last_missing", "To", Gap::lastMissing), Column.count("events", "Events", Gap::events),
					Column.sentence("reason", "Reason", Gap::reason),
					Column.time("recorded_at", "Recorded", Gap::recordedAt)), gaps)
			.whenEmpty("None: every event was there when its turn came.");
	}

	static Table<Incarnation> incarnations(List<Incarnation> incarnations) {
		return Table
			.of("Hubs",
					List.of(Column.count("incarnation", "Hub", Incarnation::incarnation),
							Column.code("name", "Name", Incarnation::hub),
							Column.time("created_at", "Created", Incarnation::hubCreatedAt),
							Column.time("recognised_at", "First read", Incarnation::recognisedAt),
							Column.count("received", "Events received", Incarnation::received)),
					incarnations)
			.whenEmpty("None yet. The processor enters the hub that it reads.");
	}

}
