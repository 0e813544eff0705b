package io.commitpipeline.local.datalake.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Gives every write a moment of its own, whatever the clock does.
 */
final class Versions {

	private final Clock clock;

	private long last;

	Versions(Clock clock) {
		this.clock = clock;
	}

	synchronized long after(long previous) {
		long now = ChronoUnit.MICROS.between(Instant.EPOCH, this.clock.instant());
		this.last = Math.max(now, Math.max(this.last, previous) + 1);
		return this.last;
	}

}
