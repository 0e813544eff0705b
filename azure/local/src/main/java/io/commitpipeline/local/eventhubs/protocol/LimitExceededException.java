package io.commitpipeline.local.eventhubs.protocol;

/**
 * A client opens more than a connection holds.
 */
final class LimitExceededException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LimitExceededException(String message) {
		super(message);
	}

}
