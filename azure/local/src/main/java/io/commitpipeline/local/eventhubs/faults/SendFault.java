package io.commitpipeline.local.eventhubs.faults;

import java.time.Duration;

/**
 * What becomes of a transfer of events.
 *
 * @param kind how it goes wrong
 * @param delay by how much the acknowledgement is late; zero for the others
 */
public record SendFault(Kind kind, Duration delay) {

	/** All is well. */
	public static final SendFault NONE = new SendFault(Kind.NONE, Duration.ZERO);

	static final SendFault THROTTLED = new SendFault(Kind.THROTTLED, Duration.ZERO);

	static final SendFault UNANSWERED = new SendFault(Kind.UNANSWERED, Duration.ZERO);

	static SendFault late(Duration delay) {
		return new SendFault(Kind.LATE, delay);
	}

	/**
	 * How a transfer goes wrong.
	 */
	public enum Kind {

		/** Not at all. */
		NONE,

		/** It is rejected as too much, and nothing is stored. */
		THROTTLED,

		/** It is stored and acknowledged late. */
		LATE,

		/** It is stored and never acknowledged. */
		UNANSWERED

	}

}
