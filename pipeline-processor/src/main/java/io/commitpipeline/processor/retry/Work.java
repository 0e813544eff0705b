package io.commitpipeline.processor.retry;

/**
 * Work that is tried until it succeeds.
 *
 * @param name in logs and health
 * @param subject what it is done for: all work for the same partition of a path has an
 * equal one
 * @param kind in metrics
 * @param needs what it waits for while it fails
 */
public record Work(String name, Object subject, String kind, Dependency needs) {

	@Override
	public String toString() {
		return this.name + " for " + this.subject;
	}

}
