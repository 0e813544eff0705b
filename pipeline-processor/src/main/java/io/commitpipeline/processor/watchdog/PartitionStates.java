package io.commitpipeline.processor.watchdog;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Waits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the world which partitions are blocked, which is no reason to restart anything,
 * which are stuck, and when only a new process can help.
 */
@Component
public class PartitionStates {

	private static final Logger logger = LoggerFactory.getLogger(PartitionStates.class);

	private final Waits waits;

	private final ApplicationEventPublisher events;

	private volatile List<Watch> stuck = List.of();

	private boolean givenUp;

	PartitionStates(Waits waits, ApplicationEventPublisher events, MeterRegistry meters) {
		this.waits = waits;
		this.events = events;
		for (ConsumerGroup path : ConsumerGroup.values()) {
			Gauge.builder("pipeline.partitions.stuck", () -> stuck(path))
				.description("Partitions where events wait and nothing moves, also after a restart")
				.tag("path", path.id())
				.register(meters);
			Gauge.builder("pipeline.partitions.blocked", () -> blocked().filter((key) -> key.group() == path).count())
				.description("Partitions that wait for PostgreSQL, the lake or the hub")
				.tag("path", path.id())
				.register(meters);
		}
	}

	boolean isBlocked(ProgressKey key) {
		return blocked().anyMatch(key::isSamePartition);
	}

	/**
	 * Whether events wait and nothing moves, also after a restart.
	 * @param key the partition on its path
	 */
	public boolean isStuck(ProgressKey key) {
		return this.stuck.stream().anyMatch((watch) -> key.isSamePartition(watch.partition().key()));
	}

	private Stream<ProgressKey> blocked() {
		return this.waits.blocked()
			.stream()
			.map((wait) -> wait.work().subject())
			.filter(ProgressKey.class::isInstance)
			.map(ProgressKey.class::cast);
	}

	private long stuck(ConsumerGroup path) {
		return this.stuck.stream().filter((watch) -> watch.partition().key().group() == path).count();
	}

	List<Watch> stuck() {
		return this.stuck;
	}

	void report(Collection<Watch> watches) {
		this.stuck = watches.stream().filter(Watch::isStuck).toList();
		if (this.givenUp && this.stuck.isEmpty()) {
			this.givenUp = false;
			AvailabilityChangeEvent.publish(this.events, this, LivenessState.CORRECT);
		}
	}

	/**
	 * Asks the platform for a new process.
	 */
	void giveUp() {
		if (!this.givenUp) {
			this.givenUp = true;
			logger.error("Restarts do not help: liveness fails, so that the platform starts a new process");
			AvailabilityChangeEvent.publish(this.events, this, LivenessState.BROKEN);
		}
	}

}
