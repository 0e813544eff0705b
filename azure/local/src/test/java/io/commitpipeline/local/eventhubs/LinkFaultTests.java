package io.commitpipeline.local.eventhubs;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.EventHubsFaults;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinkFaultTests extends HubFixture {

	private EventHubsFaults faults;

	private Recipient hot;

	private Recipient others;

	@BeforeEach
	void receive() {
		this.faults = this.hubs.faults();
		this.hot = Recipient.start(this.hubs, "hot");
		this.others = Recipient.start(this.hubs, "$Default");
		send("a");
		all().forEach((recipient) -> recipient.awaitBodies("a"));
	}

	@AfterEach
	void disconnect() {
		all().forEach(Recipient::close);
	}

	@Test
	void aDetachedReceiverIsToldWhyAndOthersReadOn() {
		assertThat(this.faults.receivers(HUB, "hot", "0").detach(AmqpError.STOLEN)).isEqualTo(1);
		this.hot.awaitEnd(AmqpErrorCondition.LINK_STOLEN);
		send("b");
		this.others.awaitBodies("a", "b");
		assertThat(this.hot.bodies()).containsExactly("a");
	}

	@Test
	void aReceiverThatIsDetachedByForceMayAttachAgain() {
		assertThat(this.faults.receivers(HUB, "hot").detach(AmqpError.DETACH_FORCED)).isEqualTo(1);
		this.hot.awaitEnd(AmqpErrorCondition.LINK_DETACH_FORCED);
		this.hot.attachAgain();
		send("b");
		this.hot.awaitBodies("a", "b");
	}

	@Test
	void aConnectionDropsWithoutAWordAndTheClientConnectsAgain() {
		assertThat(this.faults.receivers(HUB, "hot").dropConnections()).isEqualTo(1);
		this.hot.awaitCompletion();
		assertThat(this.hot.error()).isNull();
		this.hot.attachAgain();
		send("b");
		all().forEach((recipient) -> recipient.awaitBodies("a", "b"));
	}

	@Test
	void aSendThatWaitsIsToldWhyItsLinkIsDetachedAndTheNextOneAttachesAgain() {
		this.faults.senders(HUB).times(1).loseAcknowledgement();
		try (EventHubProducerAsyncClient client = Clients.of(this.hubs, HUB).buildAsyncProducerClient()) {
			CompletableFuture<Void> sent = client.send(Clients.events("b"), Clients.to("0")).toFuture();
			this.hot.awaitBodies("a", "b");
			assertThat(this.faults.senders(HUB).detach(AmqpError.INTERNAL_ERROR)).isEqualTo(2);
			assertThatThrownBy(sent::join).rootCause()
				.isInstanceOfSatisfying(AmqpException.class,
						(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.INTERNAL_ERROR));
			// The SDK may still know the old link for a moment.
			Awaitility.await()
				.ignoreException(IllegalStateException.class)
				.until(() -> client.send(Clients.events("c"), Clients.to("0")).thenReturn(true).block());
		}
		this.hot.awaitBodies("a", "b", "c");
	}

	@Test
	void everyConnectionDropsAndEveryClientComesBack() {
		assertThat(this.faults.dropConnections()).isEqualTo(3);
		Awaitility.await().untilAsserted(() -> assertThat(this.faults.dropConnections()).isZero());
		all().forEach(Recipient::awaitCompletion);
		all().forEach(Recipient::attachAgain);
		send("b");
		all().forEach((recipient) -> recipient.awaitBodies("a", "b"));
	}

	@Test
	void aLinkThatIsGoneIsNoLongerCounted() {
		this.hot.close();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.faults.receivers(HUB, "hot").detach(AmqpError.DETACH_FORCED)).isZero());
	}

	private Stream<Recipient> all() {
		return Stream.of(this.hot, this.others);
	}

	private void send(String body) {
		this.producer.send(Clients.events(body), Clients.to("0"));
	}

}
