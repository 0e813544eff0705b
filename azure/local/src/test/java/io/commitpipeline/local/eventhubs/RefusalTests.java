package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RefusalTests extends HubFixture {

	@Test
	void anUnknownHubHasNoProperties() {
		try (EventHubConsumerClient stranger = Clients.consumer(this.hubs, "nowhere")) {
			assertRefused(() -> stranger.getEventHubProperties(), AmqpErrorCondition.NOT_FOUND,
					"The messaging entity 'nowhere' could not be found");
		}
	}

	@Test
	void anUnknownHubTakesNoEvents() {
		try (EventHubProducerClient stranger = Clients.producer(this.hubs, "nowhere")) {
			assertRefused(() -> stranger.send(Clients.events("lost")), AmqpErrorCondition.NOT_FOUND,
					"The messaging entity 'nowhere' could not be found");
		}
	}

	@Test
	void anUnknownConsumerGroupGetsNoEvents() {
		assertRefused(() -> firstEvent("nobody", "0"), AmqpErrorCondition.NOT_FOUND, "commits/ConsumerGroups/nobody");
	}

	@Test
	void anUnknownPartitionIsOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.consumer.getPartitionProperties("2"))
			.withMessageContaining("between 0 and 1");
		assertRefused(() -> firstEvent("$Default", "2"), AmqpErrorCondition.ARGUMENT_OUT_OF_RANGE_ERROR,
				"between 0 and 1");
		assertRefused(() -> this.producer.send(Clients.events("lost"), Clients.to("7")),
				AmqpErrorCondition.ARGUMENT_OUT_OF_RANGE_ERROR, "between 0 and 1");
	}

	@Test
	void aMessageMayHaveOneMebibyte() {
		assertThat(this.producer.createBatch().getMaxSizeInBytes()).isEqualTo(1024 * 1024);
		EventData event = new EventData(new byte[1024 * 1000]);
		this.producer.send(List.of(event), Clients.to("0"));
		assertThat(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1).get(0).getData().getBody())
			.hasSize(1024 * 1000);
	}

	@Test
	void aNamespaceMayTakeSmallerMessagesOnly() throws IOException {
		Path elsewhere = this.directory.resolve("elsewhere");
		try (LocalEventHubs small = LocalEventHubs.builder(elsewhere).hub(HUB, 1).largestMessage(10_000).start();
				EventHubProducerClient sender = Clients.producer(small, HUB)) {
			assertThat(sender.createBatch().getMaxSizeInBytes()).isEqualTo(10_000);
			assertRefused(() -> sender.send(List.of(new EventData(new byte[11_000]))),
					AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED, "9 kb");
		}
	}

	private Object firstEvent(String group, String partition) {
		try (var client = Clients.of(this.hubs, HUB).consumerGroup(group).buildAsyncConsumerClient()) {
			return Mono.from(client.receiveFromPartition(partition, EventPosition.earliest())).block();
		}
	}

	private static void assertRefused(ThrowingCallable call, AmqpErrorCondition condition, String message) {
		assertThatThrownBy(call).hasMessageContaining(message)
			.isInstanceOfSatisfying(AmqpException.class,
					(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(condition));
	}

}
