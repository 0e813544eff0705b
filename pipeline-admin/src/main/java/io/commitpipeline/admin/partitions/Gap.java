package io.commitpipeline.admin.partitions;

import java.time.Instant;

/**
 * Events that the hub no longer had when their turn came.
 */
record Gap(String path, int partitionId, int incarnation, long firstMissing, long lastMissing, String reason,
		Instant recordedAt) {

	long events() {
		return this.lastMissing - this.firstMissing + 1;
	}

}
