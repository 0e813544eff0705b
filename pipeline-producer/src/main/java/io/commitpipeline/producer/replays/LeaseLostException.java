package io.commitpipeline.producer.replays;

import java.util.UUID;

/**
 * Another producer owns the replay, or may own it.
 */
class LeaseLostException extends RuntimeException {

	LeaseLostException(UUID replay) {
		this(replay, null);
	}

	LeaseLostException(UUID replay, Throwable cause) {
		super("The lease on replay " + replay + " is lost", cause);
	}

}
