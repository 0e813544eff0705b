package io.commitpipeline.processor.lag;

import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the progress of owned partitions with what the hub itself says: a receiver
 * that is stuck looks caught up to itself.
 */
@Component
class Lag {

	private final OwnedPartitions owned;

	private final Hub hub;

	private final ProgressRows progress;

	private final MultiGauge gauge;

	Lag(OwnedPartitions owned, Hub hub, ProgressRows progress, MeterRegistry meters) {
		this.owned = owned;
		this.hub = hub;
		this.progress = progress;
		this.gauge = MultiGauge.builder("pipeline.lag")
			.baseUnit("events")
			.description("Events in the hub that a path has not dealt with")
			.register(meters);
	}

	@Scheduled(fixedDelay = 5000)
	void measure() {
		List<OwnedPartition> partitions = this.owned.all();
		if (partitions.isEmpty()) {
			this.gauge.register(List.of(), true);
			return;
		}
		List<PartitionState> states = this.hub.state().partitions();
		this.gauge.register(partitions.stream()
			.map(OwnedPartition::key)
			.map((key) -> MultiGauge.Row.of(tags(key), behind(key, states)))
			.toList(), true);
	}

	private long behind(ProgressKey key, List<PartitionState> states) {
		Map<Integer, Long> positions = this.progress.positions(key.group(), key.incarnation());
		return states.stream()
			.filter((state) -> state.id() == key.partition())
			.mapToLong((state) -> waiting(state, positions.get(key.partition())))
			.findFirst()
			.orElse(0);
	}

	private static long waiting(PartitionState state, Long position) {
		long firstWaiting = (position != null) ? position + 1 : state.beginSequenceNumber();
		return Math.max(0, state.lastSequenceNumber() + 1 - firstWaiting);
	}

	private static Tags tags(ProgressKey key) {
		return Tags.of("path", key.group().id(), "partition", Integer.toString(key.partition()));
	}

}
