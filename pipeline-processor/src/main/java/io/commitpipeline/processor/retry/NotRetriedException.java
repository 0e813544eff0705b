package io.commitpipeline.processor.retry;

/**
 * Trying the same again would bring the same.
 */
public abstract class NotRetriedException extends RuntimeException {

	protected NotRetriedException(String message, Throwable cause) {
		super(message, cause);
	}

}
