package io.commitpipeline.processor.progress;

import java.time.Instant;

/**
 * The last event of a partition that a path has dealt with.
 *
 * @param sequenceNumber -1 before the first event
 * @param enqueuedAt when the hub took it; null where that is not known
 */
public record Position(long sequenceNumber, Instant enqueuedAt) {

	/** Before the first event. */
	public static final Position NOWHERE = new Position(-1, null);

}
