package io.commitpipeline.processor.ownership;

import java.time.Instant;
import java.util.Map;

import io.commitpipeline.processor.progress.Position;

/**
 * Where a path starts in the partitions that it takes.
 *
 * @param incarnation of the hub
 * @param hubCreatedAt tells whether the hub is still the same
 * @param positions by partition
 */
public record StartingPoint(int incarnation, Instant hubCreatedAt, Map<Integer, Position> positions) {

	Position position(int partition) {
		return this.positions.getOrDefault(partition, Position.NOWHERE);
	}

}
