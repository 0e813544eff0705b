package io.commitpipeline.processor.hub;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Does the hub answer?
 */
@Component
class HubHealthIndicator extends AbstractHealthIndicator {

	private final Hub hub;

	HubHealthIndicator(Hub hub) {
		super("The hub does not answer");
		this.hub = hub;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		HubState state = this.hub.state();
		builder.up().withDetail("hub", state.name()).withDetail("partitions", state.partitions().size());
	}

}
