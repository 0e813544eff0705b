package io.commitpipeline.processor.lag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubProperties;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ProgressKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares how far owned partitions have come with what the hub itself says: a receiver
 * that is stuck looks caught up to itself. Does not need the database, which may be what
 * makes the lag grow.
 */
@Component
public class Lag {

	private static final Logger logger = LoggerFactory.getLogger(Lag.class);

	private static final double MILLIS = 1_000;

	private final OwnedPartitions owned;

	private final Hub hub;

	private final Duration retention;

	private final Clock clock;

	private final MultiGauge events;

	private final MultiGauge age;

	private final MultiGauge remaining;

	private final MultiGauge incarnation;

	private volatile List<Backlog> latest = List.of();

	private final Map<ProgressKey, Instant> caughtUpAt = new ConcurrentHashMap<>();

	Lag(OwnedPartitions owned, Hub hub, HubProperties properties, Clock clock, MeterRegistry meters) {
		this.owned = owned;
		this.hub = hub;
		this.retention = properties.retention();
		this.clock = clock;
		this.events = gauge("pipeline.lag", "events", "Events in the hub that a path has not dealt with", meters);
		this.age = gauge("pipeline.lag.age", "seconds", "How long the oldest of these waits at most", meters);
		this.remaining = gauge("pipeline.retention.remaining", "seconds", "Until the hub drops the oldest of these",
				meters);
		this.incarnation = gauge("pipeline.hub.incarnation", null, "Which hub of the same name is read", meters);
	}

	/**
	 * @return what was measured last, of the partitions owned then
	 */
	public List<Backlog> latest() {
		return this.latest;
	}

	private static MultiGauge gauge(String name, String unit, String description, MeterRegistry meters) {
		return MultiGauge.builder(name).baseUnit(unit).description(description).register(meters);
	}

	@Scheduled(fixedDelay = 5000)
	void measure() {
		List<OwnedPartition> partitions = this.owned.all();
		this.caughtUpAt.keySet().retainAll(partitions.stream().map(OwnedPartition::key).toList());
		try {
			register(partitions.isEmpty() ? List.of() : backlogs(partitions, this.hub.state()));
		}
		catch (RuntimeException ex) {
			logger.warn("The hub does not answer: the lag is as it was ({})", ex.toString());
		}
	}

	private void register(List<Backlog> backlogs) {
		this.latest = backlogs;
		register(this.events, backlogs, Backlog::events);
		register(this.age, backlogs, (backlog) -> seconds(backlog.age()));
		register(this.remaining, backlogs, (backlog) -> seconds(backlog.untilLost()));
		register(this.incarnation, backlogs, (backlog) -> backlog.partition().key().incarnation());
	}

	private List<Backlog> backlogs(List<OwnedPartition> partitions, HubState state) {
		Instant now = this.clock.instant();
		return partitions.stream()
			.flatMap((partition) -> state.partitions()
				.stream()
				.filter((hub) -> hub.id() == partition.key().partition())
				.map((hub) -> backlog(partition, hub, now)))
			.toList();
	}

	private Backlog backlog(OwnedPartition partition, PartitionState hub, Instant now) {
		Instant caughtUp = this.caughtUpAt.getOrDefault(partition.key(), now.minus(this.retention));
		Backlog backlog = Backlog.of(partition, hub, caughtUp, this.retention, now);
		if (backlog.events() == 0) {
			this.caughtUpAt.put(partition.key(), now);
		}
		return backlog;
	}

	private static void register(MultiGauge gauge, List<Backlog> backlogs, ToDoubleFunction<Backlog> value) {
		gauge.register(backlogs.stream()
			.map((backlog) -> MultiGauge.Row.of(tags(backlog.partition().key()), value.applyAsDouble(backlog)))
			.toList(), true);
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / MILLIS;
	}

	private static Tags tags(ProgressKey key) {
		return Tags.of("path", key.group().id(), "partition", Integer.toString(key.partition()));
	}

}
