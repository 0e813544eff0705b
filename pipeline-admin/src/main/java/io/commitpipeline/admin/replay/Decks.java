package io.commitpipeline.admin.replay;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;

import io.commitpipeline.admin.sources.SourceQueries;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the replay at hand, from one snapshot.
 */
@Component
class Decks {

	private static final int PASSES = 10;

	private static final int COMMANDS = 10;

	private static final int REJECTED_ROWS = 20;

	private final ReplayQueries replays;

	private final SourceQueries sources;

	private final RateMeter rateMeter;

	private final Clock clock;

	Decks(ReplayQueries replays, SourceQueries sources, RateMeter rateMeter, Clock clock) {
		this.replays = replays;
		this.sources = sources;
		this.rateMeter = rateMeter;
		this.clock = clock;
	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Optional<Deck> read() {
		return this.replays.current().map(this::deck);
	}

	private Deck deck(Replay replay) {
		OptionalDouble rate = this.rateMeter.rate(replay);
		Course course = this.replays.course(replay.id()).orElseThrow();
		return new Deck(replay, replay.phase(this.clock.instant()), rate.isPresent() ? rate.getAsDouble() : null,
				course, timeline(replay, course), this.replays.passes(replay.id(), PASSES),
				this.replays.commands(replay.id(), COMMANDS), this.replays.rejectedRowsOf(replay.id(), REJECTED_ROWS));
	}

	private Timeline timeline(Replay replay, Course course) {
		return course.hasClock() ? this.sources.activity(replay.source())
			.filter((activity) -> activity.minutes() > 0)
			.map((activity) -> new Timeline(activity, course, replay.commitTime()))
			.orElse(null) : null;
	}

}
