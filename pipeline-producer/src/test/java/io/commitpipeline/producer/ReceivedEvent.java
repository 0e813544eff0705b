package io.commitpipeline.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;

import java.time.Duration;
import java.time.Instant;

/**
 * An event as any consumer of the hub gets it.
 */
public record ReceivedEvent(String partition, String partitionKey, Map<String, Object> properties, String body,
		Instant enqueued) {

	public long row() {
		return Long.parseLong((String) this.properties.get("replay-row"));
	}

	/** All events that the hub holds. */
	static List<ReceivedEvent> all(String connectionString) {
		try (EventHubConsumerClient consumer = new EventHubClientBuilder().connectionString(connectionString)
			.consumerGroup("$Default")
			.buildConsumerClient()) {
			List<ReceivedEvent> events = new ArrayList<>();
			for (String partition : consumer.getPartitionIds()) {
				events.addAll(all(consumer, partition));
			}
			return events;
		}
	}

	private static List<ReceivedEvent> all(EventHubConsumerClient consumer, String partition) {
		List<ReceivedEvent> events = new ArrayList<>();
		long last = consumer.getPartitionProperties(partition).getLastEnqueuedSequenceNumber();
		long next = 0;
		while (next <= last) {
			// No more than there are: the client would wait for them.
			int most = (int) Math.min(1000, last - next + 1);
			for (PartitionEvent event : consumer.receiveFromPartition(partition, most,
					EventPosition.fromSequenceNumber(next, true), Duration.ofSeconds(2))) {
				events.add(of(partition, event));
				next = event.getData().getSequenceNumber() + 1;
			}
		}
		return events;
	}

	private static ReceivedEvent of(String partition, PartitionEvent event) {
		return new ReceivedEvent(partition, event.getData().getPartitionKey(), event.getData().getProperties(),
				event.getData().getBodyAsString(), event.getData().getEnqueuedTime());
	}

}
