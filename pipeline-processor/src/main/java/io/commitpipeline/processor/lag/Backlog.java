package io.commitpipeline.processor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.Position;

/**
 * What the hub has of a partition that its path has not dealt with.
 *
 * @param partition the partition, as one path reads it
 * @param hubSequenceNumber the last event that the hub has
 * @param events how many
 * @param age how long the oldest of them waits at most
 * @param untilLost how long until the hub drops the oldest of them
 */
public record Backlog(OwnedPartition partition, long hubSequenceNumber, long events, Duration age, Duration untilLost) {

	/**
	 * @param caughtUpAt after which the oldest of them came
	 */
	static Backlog of(OwnedPartition partition, PartitionState hub, Instant caughtUpAt, Duration retention,
			Instant now) {
		Position position = partition.committed();
		long events = hub.lastSequenceNumber() - Math.max(position.sequenceNumber(), hub.beginSequenceNumber() - 1);
		if (events <= 0) {
			return new Backlog(partition, hub.lastSequenceNumber(), 0, Duration.ZERO, retention);
		}
		Instant since = Stream.of(position.enqueuedAt(), caughtUpAt, partition.hubCreatedAt())
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(now);
		Duration age = Duration.between(since, now);
		return new Backlog(partition, hub.lastSequenceNumber(), events, age, retention.minus(age));
	}

}
