package io.commitpipeline.admin.completeness;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells as a metric whether events are missing, for an alert: pages are not always open.
 */
@Component
class CompletenessWatch {

	private static final Logger logger = LoggerFactory.getLogger(CompletenessWatch.class);

	private final CompletenessQueries queries;

	private final CompletenessProperties properties;

	private final Clock clock;

	private volatile boolean incomplete;

	CompletenessWatch(CompletenessQueries queries, CompletenessProperties properties, Clock clock,
			MeterRegistry meters) {
		this.queries = queries;
		this.properties = properties;
		this.clock = clock;
		Gauge.builder("pipeline.incomplete", this, (watch) -> watch.incomplete ? 1 : 0)
			.description("Whether events are missing and waiting does not help")
			.register(meters);
	}

	@Scheduled(fixedDelay = 60_000)
	void look() {
		try {
			this.incomplete = this.queries.total().waitsInVain(this.clock.instant(), this.properties.settleAfter());
		}
		catch (DataAccessException ex) {
			logger.warn("Whether events are missing is not known while the database is away: {}", ex.getMessage());
		}
	}

}
