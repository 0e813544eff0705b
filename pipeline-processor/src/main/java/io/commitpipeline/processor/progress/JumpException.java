package io.commitpipeline.processor.progress;

import io.commitpipeline.processor.retry.NotRetriedException;

/**
 * Events are missing between the last one dealt with and the one that came.
 */
public class JumpException extends NotRetriedException {

	private final long firstMissing;

	private final long found;

	JumpException(long firstMissing, long found) {
		super("Event " + firstMissing + " should come next, but " + found + " came", null);
		this.firstMissing = firstMissing;
		this.found = found;
	}

	public long firstMissing() {
		return this.firstMissing;
	}

	public long found() {
		return this.found;
	}

}
