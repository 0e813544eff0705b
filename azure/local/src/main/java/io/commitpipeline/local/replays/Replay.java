package io.commitpipeline.local.replays;

import java.util.UUID;

/**
 * A replay as the database has it.
 *
 * @param id names it
 * @param source path in the file system {@code sources}
 * @param state where the producer has got to; {@code stopping} until it has heard of a
 * stop
 * @param failure a sentence where it failed
 * @param fingerprint SHA-256 of the source of its run; null before there is one
 * @param rows of its run; 0 before there is one
 */
public record Replay(UUID id, String source, String state, String failure, String fingerprint, long rows) {

	/**
	 * Whether the producer is done with it, well or not.
	 * @return if nothing more is sent
	 */
	public boolean isFinished() {
		return isCompleted() || isFailed() || this.state.equals("stopped");
	}

	/**
	 * Whether it may still go on.
	 * @return if it is neither over nor about to be
	 */
	boolean isUnderWay() {
		return !isFinished() && !isStopped();
	}

	public boolean isCompleted() {
		return this.state.equals("completed");
	}

	public boolean isFailed() {
		return this.state.equals("failed");
	}

	/**
	 * Whether somebody ended it; the producer may have to hear of it yet.
	 * @return if it is not to go on
	 */
	public boolean isStopped() {
		return this.state.equals("stopped") || this.state.equals("stopping");
	}

	/**
	 * Whether somebody holds it.
	 * @return if it waits to go on
	 */
	public boolean isPaused() {
		return this.state.equals("paused");
	}

}
