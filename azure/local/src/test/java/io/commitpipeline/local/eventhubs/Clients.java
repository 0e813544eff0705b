package io.commitpipeline.local.eventhubs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.SendOptions;

/**
 * What the tests do with the SDK.
 */
final class Clients {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private Clients() {
	}

	static EventHubClientBuilder of(LocalEventHubs hubs, String hub) {
		return of(hubs.connectionString(hub));
	}

	static EventHubClientBuilder of(String connectionString) {
		return new EventHubClientBuilder().connectionString(connectionString)
			.retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(PATIENCE));
	}

	static EventHubProducerClient producer(LocalEventHubs hubs, String hub) {
		return of(hubs, hub).buildProducerClient();
	}

	static SendOptions to(String partition) {
		return new SendOptions().setPartitionId(partition);
	}

	static EventHubConsumerClient consumer(LocalEventHubs hubs, String hub) {
		return of(hubs, hub).consumerGroup("$Default").buildConsumerClient();
	}

	/**
	 * Receives as many events as are asked for, or fewer when they do not come.
	 */
	static List<PartitionEvent> receive(EventHubConsumerClient consumer, String partition, EventPosition position,
			int count) {
		List<PartitionEvent> events = new ArrayList<>();
		for (PartitionEvent event : consumer.receiveFromPartition(partition, count, position, PATIENCE)) {
			events.add(event);
		}
		return events;
	}

	static List<String> bodies(List<PartitionEvent> events) {
		return events.stream().map((event) -> event.getData().getBodyAsString()).toList();
	}

	static List<EventData> events(String... bodies) {
		return List.of(bodies).stream().map(EventData::new).toList();
	}

}
