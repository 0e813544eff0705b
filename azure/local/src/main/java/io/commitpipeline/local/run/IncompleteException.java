package io.commitpipeline.local.run;

/**
 * The run ended without what it was to achieve.
 */
public class IncompleteException extends RuntimeException {

	IncompleteException(String message) {
		super(message);
	}

}
