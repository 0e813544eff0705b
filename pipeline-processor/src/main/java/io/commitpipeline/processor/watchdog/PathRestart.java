package io.commitpipeline.processor.watchdog;

import java.util.EnumMap;
import java.util.Map;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.retry.Shutdown;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.stereotype.Component;

/**
 * Stops and starts the binding of a path: all of its partitions are given up and taken
 * anew, from their progress.
 */
@Component
class PathRestart {

	private final BindingsLifecycleController bindings;

	private final BindingServiceProperties names;

	private final Shutdown shutdown;

	private final Map<ConsumerGroup, Counter> restarts = new EnumMap<>(ConsumerGroup.class);

	PathRestart(BindingsLifecycleController bindings, BindingServiceProperties names, Shutdown shutdown,
			MeterRegistry meters) {
		this.bindings = bindings;
		this.names = names;
		this.shutdown = shutdown;
		for (ConsumerGroup path : ConsumerGroup.values()) {
			this.restarts.put(path, meters.counter("pipeline.watchdog.restarts", "path", path.id()));
		}
	}

	synchronized void restart(ConsumerGroup path) {
		this.restarts.get(path).increment();
		this.names.getBindings().forEach((name, binding) -> {
			if (path.id().equals(binding.getGroup()) && !this.shutdown.hasBegun()) {
				this.bindings.stop(name);
				this.bindings.start(name);
			}
		});
	}

}
