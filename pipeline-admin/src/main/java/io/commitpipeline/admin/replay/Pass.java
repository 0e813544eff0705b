package io.commitpipeline.admin.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * A run of a replay.
 *
 * @param number counts the replay's runs from 1
 * @param origin why it began: start, restart, seek or loop
 * @param startRow where in the source it began
 * @param totalRows rows from there to its end
 * @param sent rows that the hub has accepted
 * @param commitTime the commits' own clock, in minutes
 * @param startedAt when it began
 * @param finishedAt when it ended, null while it lasts
 */
record Pass(long number, String origin, long startRow, long totalRows, long sent, Integer commitTime, Instant startedAt,
		Instant finishedAt) {

	public Duration took() {
		return (this.finishedAt != null) ? Duration.between(this.startedAt, this.finishedAt) : null;
	}

}
