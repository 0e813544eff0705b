package io.commitpipeline.admin.partitions;

import java.time.Duration;
import java.time.Instant;

/**
 * A partition as one path reads it.
 *
 * @param path hot or cold
 * @param partitionId the partition
 * @param incarnation which hub of that name it belongs to
 * @param latest whether that is the hub there is now
 * @param sequenceNumber the last event dealt with, null before the first
 * @param enqueuedAt when the hub took that event
 * @param progressAt when it was dealt with
 * @param owner the process that reads it, null if none ever told
 * @param blockedBy what its work waits for, null if for nothing
 * @param stuck whether the owner's watchdog sees events wait and nothing move
 * @param hubSequenceNumber the last event that the hub has
 * @param lagEvents events that wait
 * @param lagMillis how long the oldest of them waits at most
 * @param retentionLeftMillis until the hub drops that one
 * @param seenAt when the owner told that
 * @param lagBefore events that waited a few minutes earlier, null if that is not known
 */
record PathPartition(String path, int partitionId, int incarnation, boolean latest, Long sequenceNumber,
		Instant enqueuedAt, Instant progressAt, String owner, String blockedBy, boolean stuck, Long hubSequenceNumber,
		Long lagEvents, Long lagMillis, Long retentionLeftMillis, Instant seenAt, Long lagBefore) {

	/** A report comes every five seconds. */
	private static final Duration SILENCE = Duration.ofSeconds(20);

	PartitionState state(Instant now) {
		if (!this.latest) {
			return PartitionState.REPLACED;
		}
		if (this.seenAt == null || this.seenAt.isBefore(now.minus(SILENCE))) {
			return PartitionState.UNATTENDED;
		}
		if (this.blockedBy != null) {
			return PartitionState.BLOCKED;
		}
		if (this.stuck) {
			return PartitionState.STUCK;
		}
		return (this.lagEvents == 0) ? PartitionState.GOOD : PartitionState.READING;
	}

	Duration lag() {
		return (this.lagMillis != null) ? Duration.ofMillis(this.lagMillis) : null;
	}

	Duration retentionLeft() {
		return (this.retentionLeftMillis != null) ? Duration.ofMillis(this.retentionLeftMillis) : null;
	}

	/**
	 * Whether more or fewer events wait than a few minutes ago.
	 */
	String trend() {
		if (this.lagBefore == null || this.lagEvents == null) {
			return null;
		}
		long change = this.lagEvents - this.lagBefore;
		if (change == 0) {
			return "steady";
		}
		return (change > 0) ? "growing" : "shrinking";
	}

}
