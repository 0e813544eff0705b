package io.commitpipeline.local.replays;

import java.util.UUID;

/**
 * A replay as the database has it.
 *
 * @param id names it
 * @param source path in the file system {@code sources}
 * @param state where the producer has got to
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
		return isCompleted() || isFailed();
	}

	public boolean isCompleted() {
		return this.state.equals("completed");
	}

	public boolean isFailed() {
		return this.state.equals("failed");
	}

	/**
	 * Whether somebody holds it.
	 * @return if it waits for a start
	 */
	public boolean isStopped() {
		return this.state.equals("stopped");
	}

}
