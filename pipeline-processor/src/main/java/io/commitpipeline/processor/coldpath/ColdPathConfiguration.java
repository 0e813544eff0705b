package io.commitpipeline.processor.coldpath;

import java.util.List;
import java.util.function.Consumer;

import io.commitpipeline.processor.events.EventBatch;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The consumer of the cold path.
 */
@Configuration(proxyBeanMethods = false)
class ColdPathConfiguration {

	@Bean
	Consumer<Message<List<byte[]>>> coldPath(OwnedPartitions owned, EventArchiver archiver) {
		return (message) -> {
			EventBatch batch = EventBatch.of(message);
			owned.inTurn(ConsumerGroup.COLD, batch.partition(),
					(partition) -> archiver.take(partition, batch.events()));
		};
	}

}
