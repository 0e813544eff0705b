package io.commitpipeline.local.run;

/**
 * What was asked for cannot be done here as things are; the message says in one line why.
 */
public class RefusedException extends RuntimeException {

	public RefusedException(String message) {
		super(message);
	}

	public RefusedException(String message, Exception cause) {
		super(message, cause);
	}

}
