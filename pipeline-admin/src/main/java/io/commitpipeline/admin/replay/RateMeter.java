package io.commitpipeline.admin.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures how fast the current run is sent, over the last ten seconds.
 */
@Component
public class RateMeter {

	private static final Logger logger = LoggerFactory.getLogger(RateMeter.class);

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private final ReplayQueries replays;

	private final Clock clock;

	private final Deque<Sample> samples = new ArrayDeque<>();

	RateMeter(ReplayQueries replays, Clock clock) {
		this.replays = replays;
		this.clock = clock;
	}

	/**
	 * The rate of a replay: over its whole run when that is finished, else of late.
	 * @param replay the replay
	 * @return commits per second, empty while too little is known
	 */
	public OptionalDouble rate(Replay replay) {
		if (replay.finishedAt() != null) {
			return perSecond(replay.nextRow(), Duration.between(replay.startedAt(), replay.finishedAt()));
		}
		return recentRate(replay.runId());
	}

	@Scheduled(fixedRate = 1000)
	void sample() {
		try {
			this.replays.current().filter((replay) -> replay.runId() != null).ifPresent(this::add);
		}
		catch (DataAccessException ex) {
			logger.warn("The rate is not measured while the database is away: {}", ex.getMessage());
		}
	}

	private synchronized void add(Replay replay) {
		Sample sample = new Sample(replay.runId(), replay.nextRow(), this.clock.instant());
		this.samples.removeIf(
				(other) -> !other.runId().equals(sample.runId()) || other.at().isBefore(sample.at().minus(WINDOW)));
		this.samples.addLast(sample);
	}

	private synchronized OptionalDouble recentRate(UUID runId) {
		if (this.samples.size() < 2 || !this.samples.getLast().runId().equals(runId)) {
			return OptionalDouble.empty();
		}
		Sample first = this.samples.getFirst();
		Sample last = this.samples.getLast();
		return perSecond(last.nextRow() - first.nextRow(), Duration.between(first.at(), last.at()));
	}

	private static OptionalDouble perSecond(long rows, Duration time) {
		return time.isZero() ? OptionalDouble.empty() : OptionalDouble.of(rows * 1000.0 / time.toMillis());
	}

	private record Sample(UUID runId, long nextRow, Instant at) {
	}

}
