package io.commitpipeline.admin.unusual;

import java.time.Instant;
import java.util.UUID;

/**
 * A run whose authors were compared.
 *
 * @param source the commit log, null for events that no replay sent
 * @param authors how many there are
 * @param compared how many of them have enough commits
 * @param counted events counted by then
 */
record RankedRun(UUID runId, String source, Instant startedAt, long authors, long compared, long counted,
		Instant scoredAt) {

	/** Fewer have no rest to be unlike. */
	private static final int FEWEST = 8;

	public String title() {
		return (this.source != null) ? this.source : "events without a replay";
	}

	public boolean isRanked() {
		return this.compared >= FEWEST;
	}

}
