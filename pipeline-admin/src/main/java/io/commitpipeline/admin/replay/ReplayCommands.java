package io.commitpipeline.admin.replay;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what an operator asks for, or refuses it with a sentence. Each command may be
 * given twice without harm.
 */
@Service
class ReplayCommands {

	private final ReplayTable replays;

	ReplayCommands(ReplayTable replays) {
		this.replays = replays;
	}

	@Transactional
	void resume(UUID replay, Order order) {
		this.replays.lockActive();
		require(replay, Move.RESUME);
		requireNoneActive(replay);
		if (this.replays.resume(replay)) {
			note(order, Move.RESUME, replay, null);
		}
	}

	@Transactional
	void pause(UUID replay, Order order) {
		require(replay, Move.PAUSE);
		if (this.replays.pause(replay)) {
			note(order, Move.PAUSE, replay, null);
		}
	}

	@Transactional
	void stop(UUID replay, Order order) {
		require(replay, Move.STOP);
		if (this.replays.stop(replay)) {
			note(order, Move.STOP, replay, null);
		}
	}

	/**
	 * Asks for a new replay of a finished one's source; its identifier is the form's.
	 */
	@Transactional
	void again(UUID replay, Order order) {
		this.replays.lockActive();
		require(replay, Move.AGAIN);
		requireNoneActive(order.form());
		if (this.replays.note(order.form(), Move.AGAIN, replay, null, order.operator())) {
			this.replays.again(replay, order.form());
		}
	}

	/**
	 * Asks for a replay that was never asked for.
	 */
	@Transactional
	void create(NewReplay replay, Order order) {
		this.replays.lockActive();
		requireNoneActive(replay.id());
		if (this.replays.insert(replay)) {
			note(order, Move.START, replay.id(), replay.source());
		}
	}

	private void require(UUID replay, Move move) {
		if (!this.replays.lock(replay)) {
			throw new RefusedException("There is no such replay.");
		}
		this.replays.refusal(replay, move).ifPresent((sentence) -> {
			throw new RefusedException(sentence);
		});
	}

	/**
	 * What is true already when it is asked for again changes nothing, so that each note
	 * is one change.
	 */
	private void note(Order order, Move move, UUID replay, String detail) {
		this.replays.note(UUID.randomUUID(), move, replay, detail, order.operator());
	}

	private void requireNoneActive(UUID other) {
		this.replays.activeOther(other).ifPresent((source) -> {
			throw new RefusedException("One replay is at work at a time: pause or stop that of " + source + " first.");
		});
	}

}
