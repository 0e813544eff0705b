package io.commitpipeline.admin.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.commitpipeline.admin.metrics.MetricQueries;
import org.springframework.stereotype.Component;

/**
 * Ranks authors and components anew every few seconds: that sums the largest tables.
 */
@Component
class RecentLeaders {

	private static final int LIMIT = 10;

	private static final Duration FRESH = Duration.ofSeconds(5);

	private final MetricQueries metrics;

	private final Clock clock;

	private Leaders leaders;

	private Instant readAt = Instant.MIN;

	RecentLeaders(MetricQueries metrics, Clock clock) {
		this.metrics = metrics;
		this.clock = clock;
	}

	synchronized Leaders recent() {
		Instant now = this.clock.instant();
		if (this.readAt.isBefore(now.minus(FRESH))) {
			this.leaders = new Leaders(this.metrics.authors(LIMIT), this.metrics.components(LIMIT));
			this.readAt = now;
		}
		return this.leaders;
	}

}
