package io.commitpipeline.local.run;

import io.commitpipeline.local.replays.Replay;
import io.commitpipeline.local.verify.Completeness;

/**
 * How far a replay and what follows from it have come.
 */
record Progress(Replay replay, Completeness totals) {

	boolean isDone() {
		return this.replay.isFinished() && this.totals.complete();
	}

	/** Events that both paths have dealt with. */
	long dealtWith() {
		return Math.min(this.totals.counted() + this.totals.quarantined() + this.totals.duplicates(),
				this.totals.archived());
	}

	boolean isAsFarAs(Progress other) {
		return other != null && this.totals.equals(other.totals) && this.replay.equals(other.replay);
	}

	@Override
	public String toString() {
		return "sent %,d, counted %,d, archived %,d".formatted(this.totals.sent(), this.totals.counted(),
				this.totals.archived());
	}

}
