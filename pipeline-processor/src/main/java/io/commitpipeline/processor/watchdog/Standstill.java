package io.commitpipeline.processor.watchdog;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something has not moved that should, and how often it was restarted for that.
 */
class Standstill {

	private final Duration patience;

	private Instant since;

	private int restarts;

	Standstill(Duration patience, Instant now) {
		this.patience = patience;
		this.since = now;
	}

	void moved(Instant now) {
		this.since = now;
		this.restarts = 0;
	}

	/**
	 * It need not move at the moment, which does not say that it can.
	 */
	void idle(Instant now) {
		this.since = now;
	}

	void restarted(Instant now) {
		this.since = now;
		this.restarts++;
	}

	boolean isTooLong(Instant now) {
		return !this.since.plus(this.patience).isAfter(now);
	}

	int restarts() {
		return this.restarts;
	}

}
