package io.commitpipeline.local.eventhubs;

import java.util.ArrayList;
import java.util.List;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.SendOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventTests extends HubFixture {

	@Test
	void aBatchComesBackWithBodiesPropertiesAndContiguousSequenceNumbers() {
		EventDataBatch batch = this.producer.createBatch(new CreateBatchOptions().setPartitionId("1"));
		for (int row = 0; row < 500; row++) {
			EventData event = new EventData("body " + row);
			event.getProperties().put("replay-row", Integer.toString(row));
			event.setContentType("text/plain").setMessageId("id " + row).setCorrelationId("correlation " + row);
			assertThat(batch.tryAdd(event)).isTrue();
		}
		this.producer.send(batch);
		List<PartitionEvent> events = Clients.receive(this.consumer, "1", EventPosition.earliest(), 500);
		assertThat(events).hasSize(500);
		for (int row = 0; row < 500; row++) {
			EventData event = events.get(row).getData();
			assertThat(event.getBodyAsString()).isEqualTo("body " + row);
			assertThat(event.getProperties()).containsEntry("replay-row", Integer.toString(row));
			assertThat(event.getContentType()).isEqualTo("text/plain");
			assertThat(event.getMessageId()).isEqualTo("id " + row);
			assertThat(event.getCorrelationId()).isEqualTo("correlation " + row);
			assertThat(event.getSequenceNumber()).isEqualTo(row);
			assertThat(event.getOffsetString()).isEqualTo(Integer.toString(row));
			assertThat(event.getEnqueuedTime()).isNotNull();
		}
	}

	@Test
	void eventsOfOneKeyMeetInTheServicesPartitionAndKeepTheKey() {
		this.producer.send(Clients.events("first", "second"), new SendOptions().setPartitionKey("author"));
		this.producer.send(Clients.events("third"), new SendOptions().setPartitionKey("author"));
		List<String> partitions = partitionsWithEvents();
		assertThat(partitions).hasSize(1);
		List<PartitionEvent> events = Clients.receive(this.consumer, partitions.get(0), EventPosition.earliest(), 3);
		assertThat(Clients.bodies(events)).containsExactly("first", "second", "third");
		assertThat(events).allSatisfy((event) -> assertThat(event.getData().getPartitionKey()).isEqualTo("author"));
	}

	@Test
	void eventsWithoutKeyGoToOnePartitionAfterTheOther() {
		this.producer.send(Clients.events("a"));
		this.producer.send(Clients.events("b"));
		List<String> bodies = new ArrayList<>();
		for (String partition : List.of("0", "1")) {
			bodies.addAll(Clients.bodies(Clients.receive(this.consumer, partition, EventPosition.earliest(), 1)));
		}
		assertThat(bodies).containsExactlyInAnyOrder("a", "b");
	}

	private List<String> partitionsWithEvents() {
		return this.consumer.getPartitionIds()
			.stream()
			.filter((id) -> !this.consumer.getPartitionProperties(id).isEmpty())
			.toList();
	}

}
