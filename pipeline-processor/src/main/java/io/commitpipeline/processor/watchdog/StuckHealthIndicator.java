package io.commitpipeline.processor.watchdog;

import java.util.List;
import java.util.Map;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Names the partitions that do not move although events wait.
 */
@Component
class StuckHealthIndicator extends AbstractHealthIndicator {

	private final PartitionStates states;

	StuckHealthIndicator(PartitionStates states) {
		this.states = states;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<Watch> stuck = this.states.stuck();
		builder.status(stuck.isEmpty() ? "UP" : "OUT_OF_SERVICE");
		stuck.forEach(
				(watch) -> builder.withDetail(watch.partition().toString(), Map.of("taken", watch.partition().taken(),
						"committed", watch.partition().committed().sequenceNumber(), "restarts", watch.restarts())));
	}

}
