package io.commitpipeline.admin.replay;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an operator asked to be replayed, and how far its latest run is.
 *
 * @param id identifies it
 * @param source path of the commit log
 * @param rate commits per second asked for, null for as fast as possible
 * @param speedUp minutes of the commits' own clock per minute asked for, null if that is
 * not the pace
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
 * @param moves what may be asked of it now
 */
public record Replay(UUID id, String source, Integer rate, Integer speedUp, Command command, State state,
		String failure, Instant leaseUntil, UUID runId, long totalRows, long nextRow, long rejected, Integer commitTime,
		Instant startedAt, Instant finishedAt, long waiting, Set<Move> moves) {

	public boolean isFinished() {
		return this.state == State.COMPLETED || this.state == State.STOPPED || this.state == State.FAILED;
	}

	public Pace pace() {
		return new Pace(this.rate, this.speedUp);
	}

	public boolean offersResume() {
		return this.moves.contains(Move.RESUME) && this.command == Command.PAUSE;
	}

	public boolean offersPause() {
		return this.moves.contains(Move.PAUSE) && this.command == Command.START;
	}

	public boolean offersStop() {
		return this.moves.contains(Move.STOP) && this.command != Command.STOP;
	}

	public boolean offersStep() {
		return this.moves.contains(Move.STEP);
	}

	public boolean offersJump() {
		return this.moves.contains(Move.SEEK);
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
		return switch (this.state) {
			case COMPLETED -> Phase.COMPLETED;
			case STOPPED -> Phase.STOPPED;
			case FAILED -> Phase.FAILED;
			case PENDING -> (this.command == Command.START && !attended) ? Phase.WAITING : wish(Phase.STARTING);
			case PAUSED -> (this.command == Command.PAUSE) ? Phase.PAUSED : wish(Phase.STARTING);
			case RUNNING -> attended ? wish(Phase.RUNNING) : Phase.UNATTENDED;
		};
	}

	private Phase wish(Phase onStart) {
		return switch (this.command) {
			case START -> onStart;
			case PAUSE -> Phase.PAUSING;
			case STOP -> Phase.STOPPING;
		};
	}

	/** What the operator wants. */
	public enum Command {

		/** Send, or go on sending. */
		START,

		/** Hold, until told to go on. */
		PAUSE,

		/** End, for good. */
		STOP

	}

	/** What the producer says. */
	public enum State {

		/** No producer has taken it yet. */
		PENDING,

		/** A producer sends it. */
		RUNNING,

		/** It holds. */
		PAUSED,

		/** All of it is sent. */
		COMPLETED,

		/** An operator ended it. */
		STOPPED,

		/** It cannot go on. */
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
		PAUSING,

		/** It holds. */
		PAUSED,

		/** It is about to end. */
		STOPPING,

		/** Its producer has not been heard of. */
		UNATTENDED,

		/** All of it is sent. */
		COMPLETED,

		/** An operator ended it. */
		STOPPED,

		/** It cannot go on. */
		FAILED

	}

}
