package io.commitpipeline.producer.replays;

import java.util.Objects;

import io.commitpipeline.producer.pacing.Tempo;

/**
 * What the operator wants of a replay, at one time.
 *
 * @param wish whether it sends, holds or ends
 * @param tempo how fast
 * @param loop whether it begins anew at its end
 * @param jump where it was last told to go
 * @param stepTo rows, summed over its runs, up to which it sends although it holds
 */
record Control(Wish wish, Tempo tempo, boolean loop, Jump jump, long stepTo) {

	boolean stops() {
		return this.wish == Wish.STOP;
	}

	boolean jumpsFrom(Run run) {
		return !Objects.equals(this.jump.id(), run.jumpId());
	}

	/**
	 * Whether it holds with nothing left to do.
	 * @param run the run that has not ended; null if none has begun
	 */
	boolean restsAt(Run run) {
		boolean jumps = (run != null) ? jumpsFrom(run) : this.jump.id() != null;
		return this.wish == Wish.PAUSE && !jumps && this.stepTo <= ((run != null) ? run.rowsOfReplay() : 0);
	}

	/** Rows that may be sent before it holds. */
	long allowance(Run run) {
		return (this.wish == Wish.PAUSE) ? Math.max(this.stepTo - run.rowsOfReplay(), 0) : Long.MAX_VALUE;
	}

	/** Steps take no notice of the pace. */
	Tempo presentTempo() {
		return (this.wish == Wish.PAUSE) ? Tempo.UNLIMITED : this.tempo;
	}

	/** Whether the next window of this run may be sent. */
	boolean goesOnWith(Run run) {
		return !stops() && !jumpsFrom(run) && allowance(run) > 0;
	}

}
