package io.commitpipeline.local.eventhubs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnerLevelTests extends HubFixture {

	private final List<Receiver> receivers = new ArrayList<>();

	@BeforeEach
	void send() {
		this.producer.send(Clients.events("event"), Clients.to("0"));
	}

	@AfterEach
	void disconnect() {
		this.receivers.forEach((receiver) -> receiver.client().close());
	}

	@Test
	void anEqualOrHigherLevelTakesThePartition() {
		Receiver first = receive(1L);
		first.awaitEvent();
		Receiver equal = receive(1L);
		equal.awaitEvent();
		first.awaitStolen();
		Receiver higher = receive(2L);
		higher.awaitEvent();
		equal.awaitStolen();
	}

	@Test
	void aLowerLevelIsRefused() {
		receive(2L).awaitEvent();
		receive(1L).awaitStolen();
	}

	@Test
	void anyLevelDisconnectsAndKeepsOutReceiversWithout() {
		Receiver without = receive(null);
		without.awaitEvent();
		receive(0L).awaitEvent();
		without.awaitStolen();
		receive(null).awaitStolen();
	}

	@Test
	void aPartitionIsFreeWhenItsOwnerHasLeft() {
		Receiver owner = receive(5L);
		owner.awaitEvent();
		owner.client().close();
		Awaitility.await().untilAsserted(() -> receive(null).awaitEvent());
	}

	@Test
	void aPartitionIsFreeWhenItsOwnersConnectionDrops() {
		Receiver owner = receive(5L);
		owner.awaitEvent();
		this.hubs.faults().receivers(HUB, "$Default").dropConnections();
		Awaitility.await().untilAsserted(() -> receive(1L).awaitEvent());
	}

	@Test
	void anOwnerInAnotherGroupIsNotDisturbed() {
		receive(2L).awaitEvent();
		receive(1L, "hot").awaitEvent();
	}

	private Receiver receive(Long level) {
		return receive(level, "$Default");
	}

	private Receiver receive(Long level, String group) {
		Receiver receiver = new Receiver(Clients.of(this.hubs, HUB).consumerGroup(group).buildAsyncConsumerClient(),
				new AtomicReference<>(), new AtomicReference<>());
		this.receivers.add(receiver);
		receiver.client()
			.receiveFromPartition("0", EventPosition.earliest(), new ReceiveOptions().setOwnerLevel(level))
			.subscribe((event) -> receiver.body().set(event.getData().getBodyAsString()), receiver.error()::set);
		return receiver;
	}

	private record Receiver(EventHubConsumerAsyncClient client, AtomicReference<String> body,
			AtomicReference<Throwable> error) {

		void awaitEvent() {
			Awaitility.await().untilAsserted(() -> assertThat(this.body.get()).isEqualTo("event"));
		}

		void awaitStolen() {
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.error.get()).isInstanceOfSatisfying(AmqpException.class,
						(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.LINK_STOLEN)));
		}

	}

}
