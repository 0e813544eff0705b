package io.commitpipeline.admin.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.metrics.Range;
import io.commitpipeline.admin.pulse.Moment;
import io.commitpipeline.admin.pulse.Pulses;
import org.springframework.stereotype.Component;

/**
 * Reads the past anew every few seconds only: it does not change faster.
 */
@Component
class RecentHistories {

	private static final Duration FRESH = Duration.ofSeconds(5);

	private final Pulses pulses;

	private final Clock clock;

	private final Map<Range, Read> read = new EnumMap<>(Range.class);

	RecentHistories(Pulses pulses, Clock clock) {
		this.pulses = pulses;
		this.clock = clock;
	}

	synchronized List<Moment> of(Range range) {
		Instant now = this.clock.instant();
		Read last = this.read.get(range);
		if (last == null || last.at().isBefore(now.minus(FRESH))) {
			last = new Read(now, this.pulses.history(range, now));
			this.read.put(range, last);
		}
		return last.moments();
	}

	private record Read(Instant at, List<Moment> moments) {
	}

}
