package io.commitpipeline.processor.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.azure.spring.messaging.AzureHeaders;
import com.azure.spring.messaging.eventhubs.support.EventHubsHeaders;
import io.commitpipeline.processor.TestEvents;
import org.junit.jupiter.api.Test;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventBatchTests {

	@Test
	void headersAndPayloadBecomeEvents() {
		EventBatch batch = EventBatch.of(message(List.of(7L, 8L)));
		assertThat(batch.partition()).isEqualTo(3);
		assertThat(batch.events()).extracting(ReceivedEvent::sequenceNumber).containsExactly(7L, 8L);
		assertThat(batch.events()).extracting(ReceivedEvent::offset).containsExactly("a:b", "17");
		assertThat(batch.events()).extracting((event) -> event.body()[0]).containsExactly((byte) 1, (byte) 2);
	}

	@Test
	void aBatchWhoseHeadersDisagreeWithItsPayloadIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> EventBatch.of(message(List.of(7L))))
			.withMessageContaining("2 events but 1 values of " + EventHubsHeaders.BATCH_CONVERTED_SEQUENCE_NUMBER);
	}

	@Test
	void eventsAreCutAtEachHole() {
		List<ReceivedEvent> events = List.of(TestEvents.row(5, 0), TestEvents.row(6, 1), TestEvents.row(8, 2));
		assertThat(EventBatch.contiguousRuns(events)).containsExactly(events.subList(0, 2), events.subList(2, 3));
		assertThat(EventBatch.contiguousRuns(List.of())).isEmpty();
	}

	private static Message<List<byte[]>> message(List<Long> sequenceNumbers) {
		return MessageBuilder.withPayload(List.of(new byte[] { 1 }, new byte[] { 2 }))
			.setHeader(AzureHeaders.RAW_PARTITION_ID, "3")
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_SEQUENCE_NUMBER, sequenceNumbers)
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_SYSTEM_PROPERTIES,
					List.of(Map.of("x-opt-offset", "a:b"), Map.of("x-opt-offset", "17")))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_ENQUEUED_TIME, List.of(Instant.EPOCH, Instant.EPOCH))
			.setHeader(AzureHeaders.BATCH_CONVERTED_PARTITION_KEY, List.of("k", "k"))
			.setHeader(EventHubsHeaders.BATCH_CONVERTED_APPLICATION_PROPERTIES, List.of(Map.of(), Map.of()))
			.build();
	}

}
