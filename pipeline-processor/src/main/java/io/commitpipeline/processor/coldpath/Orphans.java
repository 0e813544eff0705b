package io.commitpipeline.processor.coldpath;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes uploads that nobody will finish: a day old, and not in the manifest.
 */
@Component
class Orphans {

	private static final Logger logger = LoggerFactory.getLogger(Orphans.class);

	private static final Duration AGE = Duration.ofDays(1);

	private final Lake lake;

	private final Manifest manifest;

	private final Clock clock;

	Orphans(Lake lake, Manifest manifest, Clock clock) {
		this.lake = lake;
		this.manifest = manifest;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void cleanUp() {
		Instant dayAgo = this.clock.instant().minus(AGE);
		List<String> old = this.lake.uploadsBefore(dayAgo);
		if (old.isEmpty()) {
			return;
		}
		Set<String> needed = this.manifest.temporaryNames(old);
		for (String name : old) {
			if (!needed.contains(name)) {
				this.lake.delete(name);
				logger.info("{} was never finished and is deleted", name);
			}
		}
	}

}
