package io.commitpipeline.admin.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The replay at hand with all that is said about it.
 *
 * @param replay the replay
 * @param phase where it stands
 * @param rate commits per second as measured, null while too little is known
 * @param course how it goes through its source
 * @param timeline where it stands on the commits' own clock, null where that is not known
 * @param passes its latest runs
 * @param commands what was asked of it last
 * @param rejectedRows its first rejected rows
 */
record Deck(Replay replay, Replay.Phase phase, Double rate, Course course, Timeline timeline, List<Pass> passes,
		List<GivenCommand> commands, List<RejectedRow> rejectedRows) {

	/** Where in the source it is. */
	public long row() {
		return this.course.startRow() + this.replay.nextRow();
	}

	/**
	 * How long the rest takes at the measured rate.
	 * @return the time, null while that cannot be said
	 */
	public Duration remaining() {
		if (this.phase != Replay.Phase.RUNNING || this.rate == null || this.rate < 1) {
			return null;
		}
		return Duration.ofSeconds((long) ((this.replay.totalRows() - this.replay.nextRow()) / this.rate));
	}

	public Duration took() {
		Instant end = this.replay.finishedAt();
		return (end != null) ? Duration.between(this.replay.startedAt(), end) : null;
	}

}
