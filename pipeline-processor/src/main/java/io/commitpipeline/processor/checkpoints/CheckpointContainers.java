package io.commitpipeline.processor.checkpoints;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import com.azure.messaging.eventhubs.CheckpointStore;
import io.commitpipeline.processor.progress.ConsumerGroup;

/**
 * One store of checkpoints and ownership for each consumer group.
 */
class CheckpointContainers {

	private final Map<ConsumerGroup, CheckpointStore> stores = new EnumMap<>(ConsumerGroup.class);

	CheckpointContainers(Function<ConsumerGroup, CheckpointStore> store) {
		for (ConsumerGroup group : ConsumerGroup.values()) {
			this.stores.put(group, store.apply(group));
		}
	}

	CheckpointStore of(String consumerGroup) {
		return this.stores.get(ConsumerGroup.of(consumerGroup));
	}

}
