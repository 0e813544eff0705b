package io.commitpipeline.processor.watchdog;

import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.ownership.OwnedPartition;

/**
 * How far a partition has come, and whether the hub, asked afterwards, has more.
 */
record Observation(OwnedPartition partition, long taken, long committed, boolean eventsWait) {

	/** Before the hub is asked. */
	static Observation of(OwnedPartition partition) {
		return new Observation(partition, partition.taken(), partition.committed().sequenceNumber(), false);
	}

	Observation against(HubState hub) {
		boolean more = hub.partitions()
			.stream()
			.anyMatch((state) -> state.id() == this.partition.key().partition()
					&& state.lastSequenceNumber() > Math.max(this.taken, state.beginSequenceNumber() - 1));
		return new Observation(this.partition, this.taken, this.committed, more);
	}

}
