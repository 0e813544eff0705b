package io.commitpipeline.processor.progress;

import io.commitpipeline.processor.retry.NotRetriedException;

/**
 * Reading must start again from the progress row. Thrown through to the event processor,
 * which then gives the partition up and claims it anew.
 */
public class RewindException extends NotRetriedException {

	RewindException(ProgressKey key, JumpException jump) {
		super("Reading starts anew for " + key, jump);
	}

	public RewindException(String message) {
		super(message, null);
	}

}
