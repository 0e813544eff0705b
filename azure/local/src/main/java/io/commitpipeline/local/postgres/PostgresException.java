package io.commitpipeline.local.postgres;

/**
 * The server cannot be started or stopped.
 */
public class PostgresException extends RuntimeException {

	PostgresException(String message) {
		super(message);
	}

	PostgresException(String message, Exception cause) {
		super(message, cause);
	}

}
