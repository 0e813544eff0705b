package io.commitpipeline.processor.retry;

import java.time.Duration;
import java.time.Instant;

/**
 * Work under way.
 */
public final class Wait {

	/** Longer than anything takes that gets its answers. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Work work;

	private final Instant since;

	private volatile Throwable failure;

	Wait(Work work, Instant since) {
		this.work = work;
		this.since = since;
	}

	void failed(Throwable failure) {
		this.failure = failure;
	}

	/**
	 * Has it failed already, or does its first answer not come?
	 */
	boolean isBlocked(Instant now) {
		return this.failure != null || this.since.plus(PATIENCE).isBefore(now);
	}

	public Work work() {
		return this.work;
	}

	public Instant since() {
		return this.since;
	}

	/**
	 * @return why the last attempt failed, in a line
	 */
	public String reason() {
		Throwable cause = this.failure;
		if (cause == null) {
			return "no answer yet";
		}
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause.getMessage() != null) ? cause.getMessage().lines().findFirst().orElse("")
				: cause.getClass().getSimpleName();
	}

}
