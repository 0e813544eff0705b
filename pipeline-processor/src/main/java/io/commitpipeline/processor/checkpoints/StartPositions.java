package io.commitpipeline.processor.checkpoints;

import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.models.Checkpoint;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Incarnations;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressRows;

import org.springframework.stereotype.Component;

/**
 * Answers where to start from the progress rows, after making sure that the hub is the
 * one they speak of.
 */
@Component
class StartPositions {

	private final Hub hub;

	private final Incarnations incarnations;

	private final ProgressRows progress;

	private final OwnedPartitions owned;

	StartPositions(Hub hub, Incarnations incarnations, ProgressRows progress, OwnedPartitions owned) {
		this.hub = hub;
		this.incarnations = incarnations;
		this.progress = progress;
		this.owned = owned;
	}

	List<Checkpoint> list(String namespace, String hubName, String consumerGroup) {
		ConsumerGroup group = ConsumerGroup.of(consumerGroup);
		// Before the hub is asked: another owner may advance meanwhile.
		List<Incarnations.Taken> taken = this.incarnations.taken();
		HubState state = this.hub.state();
		int incarnation = this.incarnations.recognise(state, taken);
		Map<Integer, Position> positions = this.progress.positions(group, incarnation);
		this.owned.startAt(group, new StartingPoint(incarnation, state.createdAt(), positions));
		return positions.entrySet()
			.stream()
			.map((entry) -> new Checkpoint().setFullyQualifiedNamespace(namespace)
				.setEventHubName(hubName)
				.setConsumerGroup(consumerGroup)
				.setPartitionId(Integer.toString(entry.getKey()))
				.setSequenceNumber(entry.getValue().sequenceNumber()))
			.toList();
	}

}
