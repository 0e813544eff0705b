package io.commitpipeline.local.datalake.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A lease on a file.
 *
 * @param id whoever names it holds it
 * @param duration how long it lasts without a renewal; null for ever
 * @param until when it ends
 * @param broken whether somebody has ended it, at once or from that moment on
 */
record Lease(String id, Duration duration, Instant until, boolean broken) {

	static Lease of(String id, Duration duration, Instant now) {
		return new Lease(id, duration, (duration != null) ? now.plus(duration) : Instant.MAX, false);
	}

	Lease renewed(Instant now) {
		return of(this.id, this.duration, now);
	}

	Lease withId(String changed) {
		return new Lease(changed, this.duration, this.until, this.broken);
	}

	Lease endingAt(Instant end) {
		return new Lease(this.id, this.duration, end.isBefore(this.until) ? end : this.until, true);
	}

	LeaseState state(Instant now) {
		boolean over = !this.until.isAfter(now);
		if (this.broken) {
			return over ? LeaseState.BROKEN : LeaseState.BREAKING;
		}
		return over ? LeaseState.EXPIRED : LeaseState.LEASED;
	}

}
