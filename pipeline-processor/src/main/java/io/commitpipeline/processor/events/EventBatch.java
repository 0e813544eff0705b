package io.commitpipeline.processor.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.azure.core.amqp.AmqpMessageConstant;
import com.azure.spring.messaging.AzureHeaders;
import com.azure.spring.messaging.eventhubs.support.EventHubsHeaders;

import org.springframework.messaging.Message;

/**
 * Events of one partition in the order of their sequence numbers; empty when none came in
 * time.
 */
public record EventBatch(int partition, List<ReceivedEvent> events) {

	private static final String OFFSET = AmqpMessageConstant.OFFSET_ANNOTATION_NAME.getValue();

	/**
	 * Reads the batch that the binder hands to a consumer.
	 * @throws IllegalStateException if payload and headers disagree: an event would be
	 * taken for another
	 */
	public static EventBatch of(Message<List<byte[]>> message) {
		List<byte[]> bodies = message.getPayload();
		List<Long> sequenceNumbers = list(message, EventHubsHeaders.BATCH_CONVERTED_SEQUENCE_NUMBER);
		// The offsets' own header has them as numbers, and loses those that are none.
		List<Map<String, Object>> system = list(message, EventHubsHeaders.BATCH_CONVERTED_SYSTEM_PROPERTIES);
		List<Instant> times = list(message, EventHubsHeaders.BATCH_CONVERTED_ENQUEUED_TIME);
		List<String> keys = list(message, AzureHeaders.BATCH_CONVERTED_PARTITION_KEY);
		List<Map<String, Object>> properties = list(message, EventHubsHeaders.BATCH_CONVERTED_APPLICATION_PROPERTIES);
		List<ReceivedEvent> events = new ArrayList<>(bodies.size());
		for (int i = 0; i < bodies.size(); i++) {
			events.add(new ReceivedEvent(sequenceNumbers.get(i), (String) system.get(i).get(OFFSET), times.get(i),
					keys.get(i), properties.get(i), bodies.get(i)));
		}
		return new EventBatch(partitionOf(message), events);
	}

	/**
	 * Cuts the events wherever a sequence number does not follow the one before it: a
	 * hole is dealt with before what lies behind it.
	 */
	public static List<List<ReceivedEvent>> contiguousRuns(List<ReceivedEvent> events) {
		List<List<ReceivedEvent>> runs = new ArrayList<>(1);
		int start = 0;
		for (int i = 1; i <= events.size(); i++) {
			if (i == events.size() || events.get(i).sequenceNumber() != events.get(i - 1).sequenceNumber() + 1) {
				runs.add(events.subList(start, i));
				start = i;
			}
		}
		return runs;
	}

	private static int partitionOf(Message<?> message) {
		String partition = message.getHeaders().get(AzureHeaders.RAW_PARTITION_ID, String.class);
		if (partition == null) {
			throw new IllegalStateException("The batch has no header " + AzureHeaders.RAW_PARTITION_ID);
		}
		return Integer.parseInt(partition);
	}

	@SuppressWarnings("unchecked")
	private static <T> List<T> list(Message<List<byte[]>> message, String header) {
		List<T> values = (List<T>) message.getHeaders().get(header, List.class);
		int expected = message.getPayload().size();
		int actual = (values != null) ? values.size() : 0;
		if (actual != expected) {
			throw new IllegalStateException(
					"The batch has %d events but %d values of %s".formatted(expected, actual, header));
		}
		return (values != null) ? values : List.of();
	}

}
