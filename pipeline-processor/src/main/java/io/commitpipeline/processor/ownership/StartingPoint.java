package io.commitpipeline.processor.ownership;

import java.time.Instant;
import java.util.Map;

/**
 * Where a path starts in the partitions that it takes.
 *
 * @param incarnation of the hub
 * @param hubCreatedAt tells whether the hub is still the same
 * @param positions by partition, the last sequence number dealt with
 */
public record StartingPoint(int incarnation, Instant hubCreatedAt, Map<Integer, Long> positions) {

	/** Before the first event. */
	static final long NOWHERE = -1;

	long position(int partition) {
		return this.positions.getOrDefault(partition, NOWHERE);
	}

}
