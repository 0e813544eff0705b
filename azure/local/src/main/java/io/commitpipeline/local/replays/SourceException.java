package io.commitpipeline.local.replays;

/**
 * A commit log that cannot be replayed as asked.
 */
public class SourceException extends RuntimeException {

	SourceException(String message) {
		super(message);
	}

	SourceException(String message, Exception cause) {
		super(message, cause);
	}

}
