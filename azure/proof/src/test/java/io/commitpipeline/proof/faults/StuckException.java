package io.commitpipeline.proof.faults;

/**
 * The pipeline does not get on.
 */
class StuckException extends Exception {

	StuckException(String message, Throwable cause) {
		super(message, cause);
	}

}
