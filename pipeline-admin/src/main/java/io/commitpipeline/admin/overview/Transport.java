package io.commitpipeline.admin.overview;

import java.time.Duration;
import java.util.List;

import io.commitpipeline.admin.replay.RejectedRow;
import io.commitpipeline.admin.replay.Replay;

/**
 * The replay bar.
 *
 * @param replay the replay at hand
 * @param phase where it stands
 * @param rate commits per second as measured, null while too little is known
 * @param rejectedRows the first rejected rows
 */
record Transport(Replay replay, Replay.Phase phase, Double rate, List<RejectedRow> rejectedRows) {

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

}
