package io.commitpipeline.local.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.commitpipeline.local.replays.ReplayTable;
import io.commitpipeline.local.verify.CompletenessViews;

/**
 * Follows a replay until all of it is counted and archived, or until the program is
 * stopped.
 */
final class Watch {

	private static final Duration PERIOD = Duration.ofMillis(500);

	private static final Duration STALLED_AFTER = Duration.ofSeconds(120);

	/** Putting a large source in order takes time in which nothing else moves. */
	private static final Duration STALLED_IN_PREPARATION_AFTER = Duration.ofMinutes(10);

	/** What PostgreSQL and the stand-ins need to end well. */
	private static final long ROOM_TO_STOP = 48L << 20;

	private final ReplayTable replays;

	private final CompletenessViews views;

	private final DataDirectory directory;

	private final Shutdown shutdown;

	private final Clock clock;

	private Progress last;

	private Instant movedAt;

	Watch(ReplayTable replays, CompletenessViews views, DataDirectory directory, Shutdown shutdown, Clock clock) {
		this.replays = replays;
		this.views = views;
		this.directory = directory;
		this.shutdown = shutdown;
		this.clock = clock;
		this.movedAt = clock.instant();
	}

	/**
	 * Follows it to the end.
	 * @return how it stands then
	 * @throws IncompleteException if nothing moves any more
	 */
	Progress untilDone(UUID replay, ProgressDisplay display) throws SQLException, IOException {
		for (Progress progress = look(replay, display);; progress = look(replay, display)) {
			if (progress.isDone()) {
				return progress;
			}
			requireMovement(progress);
			this.shutdown.pause(PERIOD);
		}
	}

	/**
	 * Follows it until the program is stopped.
	 * @throws StoppedException then
	 */
	void untilStopped(UUID replay, ProgressDisplay display) throws SQLException, IOException {
		while (true) {
			look(replay, display);
			this.shutdown.pause(PERIOD);
		}
	}

	private Progress look(UUID replay, ProgressDisplay display) throws SQLException, IOException {
		this.directory.requireRoom(ROOM_TO_STOP);
		Progress progress = new Progress(this.replays.get(replay).orElseThrow(), this.views.summary());
		display.show(progress);
		return progress;
	}

	private void requireMovement(Progress progress) {
		if (!progress.isAsFarAs(this.last) || progress.replay().isPaused()) {
			this.last = progress;
			this.movedAt = this.clock.instant();
			return;
		}
		boolean preparing = progress.replay().fingerprint() == null && !progress.replay().isFinished();
		Duration patience = preparing ? STALLED_IN_PREPARATION_AFTER : STALLED_AFTER;
		if (this.movedAt.plus(patience).isBefore(this.clock.instant())) {
			throw new IncompleteException("Nothing has moved for " + patience.toSeconds() + " s: the replay is "
					+ progress.replay().state() + ", " + progress + ", missing " + progress.totals().missing());
		}
	}

}
