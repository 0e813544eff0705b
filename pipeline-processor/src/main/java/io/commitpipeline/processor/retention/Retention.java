package io.commitpipeline.processor.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.commitpipeline.processor.retry.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is older than it has to be kept, in small steps.
 */
@Component
class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private final Deletions deletions;

	private final FoldedRuns folded;

	private final RetentionProperties properties;

	private final Clock clock;

	private final Shutdown shutdown;

	Retention(Deletions deletions, FoldedRuns folded, RetentionProperties properties, Clock clock, Shutdown shutdown) {
		this.deletions = deletions;
		this.folded = folded;
		this.properties = properties;
		this.clock = clock;
		this.shutdown = shutdown;
	}

	@Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
	void cleanUp() {
		Instant now = this.clock.instant();
		Instant metrics = now.minus(this.properties.metrics()).truncatedTo(ChronoUnit.MINUTES);
		Instant quarantine = now.minus(this.properties.quarantine());
		try {
			repeat(() -> this.deletions.minutes(metrics));
			for (UUID run : this.deletions.runsWithoutMinutes()) {
				repeat(() -> this.deletions.ofRun(run));
			}
			repeat(() -> this.deletions.quarantine(quarantine));
			repeat(() -> this.folded.fold(metrics));
			repeat(() -> this.deletions.audit(now.minus(this.properties.audit())));
		}
		catch (NestedRuntimeException ex) {
			logger.warn("Old metrics are not deleted, the next time they will be: {}", ex.toString());
		}
	}

	private void repeat(BooleanSupplier step) {
		boolean more = true;
		while (more && !this.shutdown.hasBegun()) {
			more = step.getAsBoolean();
		}
	}

}
