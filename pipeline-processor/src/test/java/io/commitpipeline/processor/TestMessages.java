package io.commitpipeline.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.azure.spring.messaging.AzureHeaders;
import com.azure.spring.messaging.eventhubs.support.EventHubsHeaders;
import io.commitpipeline.processor.events.ReceivedEvent;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Batches as the binder hands them over.
 */
final class TestMessages {

	private TestMessages() {
	}

	static Message<List<byte[]>> batch(int partition, List<ReceivedEvent> events) {
		return MessageBuilder.withPayload(events.stream().map(ReceivedEvent::body).toList())
			.setHeader(AzureHeaders.RAW_PARTITION_ID, Integer.toString(partition))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_SEQUENCE_NUMBER,
					list(events.stream().map(ReceivedEvent::sequenceNumber)))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_SYSTEM_PROPERTIES,
					list(events.stream().map((event) -> Map.of("x-opt-offset", event.offset()))))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_ENQUEUED_TIME,
					list(events.stream().map(ReceivedEvent::enqueuedAt)))
			.setHeader(AzureHeaders.BATCH_CONVERTED_PARTITION_KEY,
					list(events.stream().map(ReceivedEvent::partitionKey)))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_APPLICATION_PROPERTIES,
					list(events.stream().map(ReceivedEvent::properties)))
			.build();
	}

	private static <T> List<T> list(Stream<T> values) {
		return values.toList();
	}

}
