package io.commitpipeline.local.eventhubs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubBufferedProducerClientBuilder;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.LastEnqueuedEventProperties;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import com.azure.messaging.eventhubs.models.SendOptions;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class ClientKindsTests extends HubFixture {

	private static final List<String> KEYS = IntStream.range(0, 20).mapToObj((key) -> "author " + key).toList();

	@Test
	void aBufferedProducerAndTheHubChooseTheSamePartitionForAKey() {
		var failures = new ConcurrentLinkedQueue<String>();
		try (var buffered = new EventHubBufferedProducerClientBuilder()
			.connectionString(this.hubs.connectionString(HUB))
			.onSendBatchFailed((failure) -> failures.add(failure.getThrowable().getMessage()))
			.onSendBatchSucceeded((success) -> {
			})
			.buildClient()) {
			KEYS.forEach((key) -> buffered.enqueueEvent(new EventData("buffered"), key(key)));
			buffered.flush();
		}
		KEYS.forEach((key) -> this.producer.send(Clients.events("plain"), key(key)));
		assertThat(failures).isEmpty();
		Map<String, List<String>> partitions = partitionsByKey();
		assertThat(partitions).containsOnlyKeys(KEYS);
		assertThat(partitions.values()).allSatisfy((of) -> {
			assertThat(of).hasSize(2);
			assertThat(of.get(0)).isEqualTo(of.get(1));
		});
	}

	private static SendOptions key(String key) {
		return new SendOptions().setPartitionKey(key);
	}

	private Map<String, List<String>> partitionsByKey() {
		Map<String, List<String>> partitions = new TreeMap<>();
		for (String partition : this.consumer.getPartitionIds()) {
			int count = (int) this.consumer.getPartitionProperties(partition).getLastEnqueuedSequenceNumber() + 1;
			Clients.receive(this.consumer, partition, EventPosition.earliest(), count)
				.forEach((event) -> partitions
					.computeIfAbsent(event.getData().getPartitionKey(), (key) -> new ArrayList<>())
					.add(partition));
		}
		return partitions;
	}

	@Test
	void aConnectionStringOfTheNamespaceServesEveryHubByName() {
		try (var client = new EventHubClientBuilder().connectionString(this.hubs.connectionString(), HUB)
			.buildProducerClient()) {
			client.send(Clients.events("by name"), Clients.to("0"));
			assertThat(client.getEventHubName()).isEqualTo(HUB);
		}
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1)))
			.containsExactly("by name");
	}

	@Test
	void anAsynchronousProducerSendsManyBatchesAtOnceInOrderOfAcceptance() {
		try (var async = Clients.of(this.hubs, HUB).buildAsyncProducerClient()) {
			Flux.range(0, 100)
				.flatMap((row) -> async.send(Clients.events("body " + row), Clients.to("0")), 20)
				.blockLast();
		}
		List<PartitionEvent> events = Clients.receive(this.consumer, "0", EventPosition.earliest(), 100);
		assertThat(Clients.bodies(events))
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).mapToObj((row) -> "body " + row).toList());
	}

	@Test
	void aReceiverThatAsksForItLearnsOfTheLastEventOfThePartition() {
		this.producer.send(Clients.events("first", "last"), Clients.to("0"));
		try (var async = Clients.of(this.hubs, HUB).consumerGroup("hot").buildAsyncConsumerClient()) {
			LastEnqueuedEventProperties last = async
				.receiveFromPartition("0", EventPosition.earliest(),
						new ReceiveOptions().setTrackLastEnqueuedEventProperties(true))
				.blockFirst()
				.getLastEnqueuedEventProperties();
			assertThat(last.getSequenceNumber()).isEqualTo(1);
			assertThat(last.getOffsetString()).isEqualTo("1");
			assertThat(last.getEnqueuedTime())
				.isEqualTo(this.consumer.getPartitionProperties("0").getLastEnqueuedTime());
		}
	}

	@Test
	void aSixthReceiverWithoutLevelIsOneTooMany() {
		List<Recipient> five = IntStream.range(0, 5).mapToObj((each) -> Recipient.start(this.hubs, "hot")).toList();
		this.producer.send(Clients.events("for all"), Clients.to("0"));
		five.forEach((each) -> each.awaitBodies("for all"));
		try (Recipient sixth = Recipient.start(this.hubs, "hot")) {
			sixth.awaitEnd(AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED);
			assertThat(sixth.error()).hasMessageContaining("which is 5");
		}
		five.forEach(Recipient::close);
	}

}
