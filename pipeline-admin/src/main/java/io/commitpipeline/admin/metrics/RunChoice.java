package io.commitpipeline.admin.metrics;

import java.time.Instant;
import java.util.UUID;

/**
 * A run whose metrics can be looked at by themselves.
 *
 * @param id the run; all zeros are events without one
 * @param source what it replayed, null for events without a run
 * @param startedAt when it began, null where that is not known
 */
record RunChoice(UUID id, String source, Instant startedAt) {

	boolean isNone() {
		return this.id.equals(new UUID(0, 0));
	}

	public String title() {
		if (isNone()) {
			return "events without a run";
		}
		return (this.source != null) ? this.source : "unknown run " + this.id;
	}

}
