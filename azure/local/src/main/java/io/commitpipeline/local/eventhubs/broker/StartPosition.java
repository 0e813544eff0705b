package io.commitpipeline.local.eventhubs.broker;

/**
 * Where a reader wants to begin.
 *
 * @param kind what the value is
 * @param value an offset, a sequence number or milliseconds; not used for the latest
 * @param inclusive whether an event exactly there is wanted
 */
public record StartPosition(Kind kind, long value, boolean inclusive) {

	/**
	 * Before all that is retained.
	 */
	public static final StartPosition EARLIEST = new StartPosition(Kind.OFFSET, -1, false);

	/**
	 * Behind all that is there.
	 */
	public static final StartPosition LATEST = new StartPosition(Kind.LATEST, 0, false);

	/**
	 * What a position is given by.
	 */
	public enum Kind {

		/** An event's offset, which here is its sequence number in decimal. */
		OFFSET,

		/** An event's sequence number. */
		SEQUENCE_NUMBER,

		/** When an event was accepted. */
		ENQUEUED_TIME,

		/** Behind the last event. */
		LATEST

	}
}
