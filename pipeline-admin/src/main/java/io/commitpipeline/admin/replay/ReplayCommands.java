package io.commitpipeline.admin.replay;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;

import io.commitpipeline.admin.audit.Action;
import io.commitpipeline.admin.audit.Audit;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what an operator asks for, or refuses it with a sentence; both are entered in the
 * account. Each command may be given twice without harm.
 */
@Service
@Transactional(noRollbackFor = RefusedException.class)
class ReplayCommands {

	private final ReplayTable replays;

	private final Audit audit;

	ReplayCommands(ReplayTable replays, Audit audit) {
		this.replays = replays;
		this.audit = audit;
	}

	/** Asks for a replay that was never asked for; its identifier is the form's. */
	void start(NewReplay replay, String operator) {
		this.replays.lockActive();
		requireNoneActive(replay.id(), Move.START, replay.source(), null);
		if (this.replays.insert(replay)) {
			this.replays.note(replay.id(), Move.START, replay.id(), replay.source(), operator);
			this.audit.record(Action.done(Move.START.action(), replay.source(), null, replay.pace().toString()));
		}
	}

	void resume(UUID replay, Order order) {
		this.replays.lockActive();
		set(replay, Move.RESUME, order, null, (standing) -> {
			requireNoneActive(replay, Move.RESUME, standing.source(), standing.toString());
			return this.replays.resume(replay);
		});
	}

	void pause(UUID replay, Order order) {
		set(replay, Move.PAUSE, order, null, (standing) -> this.replays.pause(replay));
	}

	void stop(UUID replay, Order order) {
		set(replay, Move.STOP, order, null, (standing) -> this.replays.stop(replay));
	}

	void pace(UUID replay, Pace pace, Order order) {
		set(replay, Move.PACE, order, pace.toString(), (standing) -> {
			requireClock(standing, Move.PACE, pace.speedUp());
			return this.replays.pace(replay, pace);
		});
	}

	void loop(UUID replay, boolean on, Order order) {
		set(replay, Move.LOOP, order, on ? "on" : "off", (standing) -> this.replays.loop(replay, on));
	}

	void restart(UUID replay, Order order) {
		Standing standing = require(replay, Move.RESTART);
		if (isFirst(standing, Move.RESTART, order.form(), order, null)) {
			this.replays.jump(replay, order.form(), Spot.NOWHERE);
		}
	}

	/** Another target is another jump, also where the form is the same. */
	void seek(UUID replay, Spot target, Order order) {
		Standing standing = require(replay, Move.SEEK);
		requireClock(standing, Move.SEEK, target.time());
		UUID jump = UUID.nameUUIDFromBytes((order.form() + " " + target).getBytes(StandardCharsets.UTF_8));
		if (isFirst(standing, Move.SEEK, jump, order, target.toString())) {
			this.replays.jump(replay, jump, target);
		}
	}

	void step(UUID replay, int rows, Order order) {
		Standing standing = require(replay, Move.STEP);
		if (isFirst(standing, Move.STEP, order.form(), order, rows + " rows")) {
			this.replays.step(replay, rows);
		}
	}

	/** Asks for a new replay like one that is over; its identifier is the form's. */
	void again(UUID replay, Order order) {
		this.replays.lockActive();
		Standing standing = require(replay, Move.AGAIN);
		requireNoneActive(order.form(), Move.AGAIN, standing.source(), standing.toString());
		if (isFirst(standing, Move.AGAIN, order.form(), order, null)) {
			this.replays.again(replay, order.form());
		}
	}

	/**
	 * What is true already when it is asked for again changes nothing and is not noted.
	 */
	private void set(UUID replay, Move move, Order order, String detail, Predicate<Standing> change) {
		Standing standing = require(replay, move);
		if (change.test(standing)) {
			isFirst(standing, move, UUID.randomUUID(), order, detail);
		}
	}

	/** Notes a command; what was noted under its identifier before is not done again. */
	private boolean isFirst(Standing standing, Move move, UUID id, Order order, String detail) {
		boolean first = this.replays.note(id, move, standing.id(), detail, order.operator());
		if (first) {
			this.audit.record(Action.done(move.action(), standing.source(), standing.toString(), detail));
		}
		return first;
	}

	private Standing require(UUID replay, Move move) {
		Standing standing = this.replays.lock(replay)
			.orElseThrow(() -> new RefusedException("There is no such replay."));
		this.replays.refusal(replay, move)
			.ifPresent((sentence) -> refuse(move, standing.source(), standing.toString(), sentence));
		return standing;
	}

	private void requireClock(Standing standing, Move move, Integer clock) {
		if (clock != null && !standing.hasClock()) {
			refuse(move, standing.source(), standing.toString(), Standing.NO_CLOCK);
		}
	}

	private void requireNoneActive(UUID other, Move move, String source, String before) {
		this.replays.activeOther(other)
			.ifPresent((active) -> refuse(move, source, before,
					"One replay is at work at a time: pause or stop that of " + active + " first."));
	}

	private void refuse(Move move, String source, String before, String sentence) {
		this.audit.record(Action.refused(move.action(), source, before, sentence));
		throw new RefusedException(sentence);
	}

}
