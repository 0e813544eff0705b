package io.commitpipeline.admin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import io.commitpipeline.admin.pulse.PulseQueries.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures how many events the hub takes and the hot path counts, over the last minute.
 */
@Component
class Throughput {

	private static final Logger logger = LoggerFactory.getLogger(Throughput.class);

	private static final Duration WINDOW = Duration.ofSeconds(60);

	private final PulseQueries queries;

	private final Clock clock;

	private final Deque<Sample> samples = new ArrayDeque<>();

	Throughput(PulseQueries queries, Clock clock) {
		this.queries = queries;
		this.clock = clock;
	}

	@Scheduled(fixedRate = 5000)
	void sample() {
		try {
			add(new Sample(this.queries.counters(), this.clock.instant()));
		}
		catch (DataAccessException ex) {
			logger.warn("The rates are not measured while the database is away: {}", ex.getMessage());
		}
	}

	synchronized Rates rates() {
		if (this.samples.size() < 2) {
			return new Rates(null, null);
		}
		Sample first = this.samples.getFirst();
		Sample last = this.samples.getLast();
		double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
		return new Rates((last.counters().taken() - first.counters().taken()) / seconds,
				(last.counters().counted() - first.counters().counted()) / seconds);
	}

	private synchronized void add(Sample sample) {
		this.samples.removeIf((other) -> isOfAnotherTime(other, sample));
		this.samples.addLast(sample);
	}

	/** Numbers that fall are those of a hub that was created again. */
	private static boolean isOfAnotherTime(Sample other, Sample sample) {
		return other.at().isBefore(sample.at().minus(WINDOW)) || !other.at().isBefore(sample.at())
				|| other.counters().taken() > sample.counters().taken()
				|| other.counters().counted() > sample.counters().counted();
	}

	private record Sample(Counters counters, Instant at) {
	}

	record Rates(Double in, Double out) {
	}

}
