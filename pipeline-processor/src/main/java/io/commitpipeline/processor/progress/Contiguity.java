package io.commitpipeline.processor.progress;

import java.util.List;

import io.commitpipeline.processor.events.ReceivedEvent;

/**
 * Sequence numbers are contiguous within a partition: an event is either next, or was
 * dealt with before, or others are missing before it.
 */
public final class Contiguity {

	private Contiguity() {
	}

	/**
	 * Drops what was dealt with before.
	 * @param last the last sequence number dealt with, -1 before the first
	 * @param events without holes
	 * @return the events that are next
	 * @throws JumpException if events are missing before these
	 */
	public static List<ReceivedEvent> next(long last, List<ReceivedEvent> events) {
		if (events.isEmpty()) {
			return events;
		}
		long expected = last + 1;
		long found = events.get(0).sequenceNumber();
		if (found > expected) {
			throw new JumpException(expected, found);
		}
		return events.subList((int) Math.min(expected - found, events.size()), events.size());
	}

}
