package io.commitpipeline.processor.retry;

import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Names the work that waits for a dependency. Waiting is no reason to be restarted.
 */
@Component
class BlockedHealthIndicator extends AbstractHealthIndicator {

	private final Waits waits;

	BlockedHealthIndicator(Waits waits) {
		this.waits = waits;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<Wait> blocked = this.waits.blocked();
		builder.status(blocked.isEmpty() ? "UP" : "OUT_OF_SERVICE");
		blocked.forEach((wait) -> builder.withDetail(wait.work().toString(), Map.of("waitsFor",
				wait.work().needs().toString(), "since", wait.since().toString(), "reason", wait.reason())));
	}

}
