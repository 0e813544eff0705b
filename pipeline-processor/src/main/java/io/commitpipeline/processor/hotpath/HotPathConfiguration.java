package io.commitpipeline.processor.hotpath;

import java.util.List;
import java.util.function.Consumer;

import io.commitpipeline.processor.events.EventBatch;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The consumer of the hot path.
 */
@Configuration(proxyBeanMethods = false)
class HotPathConfiguration {

	@Bean
	Consumer<Message<List<byte[]>>> hotPath(OwnedPartitions owned, EventGatherer gatherer) {
		return (message) -> {
			EventBatch batch = EventBatch.of(message);
			owned.inTurn(ConsumerGroup.HOT, batch.partition(), (partition) -> gatherer.take(partition, batch.events()));
		};
	}

}
