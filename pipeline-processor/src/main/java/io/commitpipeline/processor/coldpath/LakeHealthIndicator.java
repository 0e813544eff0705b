package io.commitpipeline.processor.coldpath;

import java.time.Duration;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Is the archive's file system there?
 */
@Component
class LakeHealthIndicator extends AbstractHealthIndicator {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final Lake lake;

	LakeHealthIndicator(Lake lake) {
		super("The lake does not answer");
		this.lake = lake;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		if (this.lake.isThere(PATIENCE)) {
			builder.up();
		}
		else {
			builder.down().withDetail("error", "the file system does not exist");
		}
	}

}
