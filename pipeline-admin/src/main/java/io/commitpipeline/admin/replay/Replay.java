package io.commitpipeline.admin.replay;

import java.time.Instant;
import java.util.UUID;

/**
 * What an operator asked to be replayed, and how far its latest run is.
 *
 * @param id identifies it
 * @param source path of the commit log
 * @param rate commits per second asked for, null for as fast as possible
 * @param command what the operator wants
 * @param state what the producer says
 * @param failure why it failed, if it did
 * @param leaseUntil until when a producer holds it, null while none does
 * @param runId its latest run, null before the source is indexed
 * @param totalRows rows of that run
 * @param nextRow rows below are sent
 * @param rejected rows that could not be sent
 * @param commitTime the commits' own clock there, in minutes
 * @param startedAt when the run began
 * @param finishedAt when the run ended, null while it lasts
 * @param waiting replays that wait for their turn
 */
public record Replay(UUID id, String source, Integer rate, Command command, State state, String failure,
		Instant leaseUntil, UUID runId, long totalRows, long nextRow, long rejected, Integer commitTime,
		Instant startedAt, Instant finishedAt, long waiting) {

	public boolean isFinished() {
		return this.state == State.COMPLETED || this.state == State.FAILED;
	}

	public boolean offersStart() {
		return !isFinished() && this.command == Command.STOP;
	}

	public boolean offersStop() {
		return !isFinished() && this.command == Command.START;
	}

	public double progress() {
		return (this.totalRows > 0) ? (double) this.nextRow / this.totalRows : 0;
	}

	/**
	 * Where command and state together leave the replay.
	 * @param now the time of asking
	 * @return the phase
	 */
	public Phase phase(Instant now) {
		boolean attended = this.leaseUntil != null && this.leaseUntil.isAfter(now);
		boolean start = this.command == Command.START;
		return switch (this.state) {
			case COMPLETED -> Phase.COMPLETED;
			case FAILED -> Phase.FAILED;
			case PENDING -> {
				if (!start) {
					yield Phase.STOPPED;
				}
				yield attended ? Phase.STARTING : Phase.WAITING;
			}
			case STOPPED -> start ? Phase.STARTING : Phase.STOPPED;
			case RUNNING -> {
				if (!attended) {
					yield Phase.UNATTENDED;
				}
				yield start ? Phase.RUNNING : Phase.STOPPING;
			}
		};
	}

	/** What the operator wants. */
	public enum Command {

		/** Send, or go on sending. */
		START,

		/** Hold. */
		STOP

	}

	/** What the producer says. */
	public enum State {

		/** No producer has taken it yet. */
		PENDING,

		/** A producer sends it. */
		RUNNING,

		/** It holds. */
		STOPPED,

		/** All of it is sent. */
		COMPLETED,

		/** It ended before its end. */
		FAILED

	}

	/** Command and state in one word. */
	public enum Phase {

		/** It waits for a producer to take it. */
		WAITING,

		/** It is about to go on. */
		STARTING,

		/** It is being sent. */
		RUNNING,

		/** It is about to hold. */
		STOPPING,

		/** It holds. */
		STOPPED,

		/** Its producer has not been heard of. */
		UNATTENDED,

		/** All of it is sent. */
		COMPLETED,

		/** It ended before its end. */
		FAILED

	}

}
