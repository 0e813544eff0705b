package io.commitpipeline.processor.watchdog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.commitpipeline.processor.coldpath.ArchiveProperties;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what each owned partition has taken in with what the hub itself says: a
 * receiver that is stuck, or that goes on in a hub created anew, looks well to itself.
 * Restarts the path of a partition that stands still, then reports it as stuck, and at
 * last gives the process up.
 */
@Component
class Watchdog {

	private static final Logger logger = LoggerFactory.getLogger(Watchdog.class);

	private final OwnedPartitions owned;

	private final Hub hub;

	private final PathRestart paths;

	private final PartitionStates states;

	private final WatchdogProperties properties;

	private final Duration rollAge;

	private final Clock clock;

	private final Map<Slot, Watch> watches = new ConcurrentHashMap<>();

	private boolean answered = true;

	Watchdog(OwnedPartitions owned, Hub hub, PathRestart paths, PartitionStates states, WatchdogProperties properties,
			ArchiveProperties archive, Clock clock) {
		this.owned = owned;
		this.hub = hub;
		this.paths = paths;
		this.states = states;
		this.properties = properties;
		this.rollAge = archive.rollAge();
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${pipeline.watchdog.interval}")
	void look() {
		List<Observation> observations = this.owned.all().stream().map(Observation::of).toList();
		Instant now = this.clock.instant();
		observations.forEach((each) -> this.watches.computeIfAbsent(Slot.of(each.partition()), (slot) -> begin(each)));
		try {
			HubState state = this.hub.state();
			this.answered = true;
			observations.forEach((each) -> look(each.against(state), now));
			for (ConsumerGroup path : ConsumerGroup.values()) {
				act(path, state, now);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The hub does not answer: nobody can tell whether events wait ({})", ex.toString());
			unanswered(now);
		}
		// Other processors have taken them.
		this.watches.values().removeIf((watch) -> watch.seenAt().plus(this.properties.patience()).isBefore(now));
		this.states.report(this.watches.values());
	}

	/**
	 * One question may be lost with its connection, as the receivers may be: the next one
	 * goes over a new connection and tells.
	 */
	private void unanswered(Instant now) {
		if (!this.answered) {
			this.watches.values().forEach((watch) -> watch.excuse(now));
		}
		this.answered = false;
	}

	private void look(Observation observed, Instant now) {
		Watch watch = this.watches.get(Slot.of(observed.partition()));
		watch.look(observed, now);
		if (this.states.isBlocked(observed.partition().key())) {
			watch.excuse(now);
		}
	}

	private void act(ConsumerGroup path, HubState state, Instant now) {
		List<Watch> all = this.watches.values()
			.stream()
			.filter((watch) -> watch.partition().key().group() == path)
			.toList();
		List<Watch> standing = all.stream().filter((watch) -> watch.standsStill(now)).toList();
		standing.forEach(this::report);
		if (standing.stream().anyMatch((watch) -> watch.restarts() >= this.properties.restarts())) {
			this.states.giveUp();
		}
		else if (!standing.isEmpty()
				|| all.stream().anyMatch((watch) -> watch.seenAt().equals(now) && watch.readsAnother(state))) {
			logger.warn("Restarting path '{}': {}", path.id(), standing.isEmpty() ? "the hub was created again"
					: "events wait, but nothing moves in " + partitions(standing));
			this.paths.restart(path);
			all.forEach((watch) -> watch.restarted(this.clock.instant()));
		}
	}

	private void report(Watch watch) {
		if (watch.restarts() > 0) {
			logger.error("{} is stuck: events wait, but nothing moves after {} restarts", watch.partition(),
					watch.restarts());
			watch.report();
		}
	}

	private static List<OwnedPartition> partitions(List<Watch> watches) {
		return watches.stream().map(Watch::partition).toList();
	}

	private Watch begin(Observation observed) {
		Duration patience = this.properties.patience();
		boolean gathers = observed.partition().key().group() == ConsumerGroup.COLD;
		return new Watch(observed.partition(), patience, gathers ? patience.plus(this.rollAge) : patience,
				this.clock.instant());
	}

	private record Slot(ConsumerGroup group, int partition) {

		static Slot of(OwnedPartition partition) {
			return new Slot(partition.key().group(), partition.key().partition());
		}

	}

}
