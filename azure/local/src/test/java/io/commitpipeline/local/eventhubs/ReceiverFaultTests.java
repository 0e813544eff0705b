package io.commitpipeline.local.eventhubs;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import io.commitpipeline.local.eventhubs.faults.AmqpError;
import io.commitpipeline.local.eventhubs.faults.ReceiverFaults;
import io.commitpipeline.local.faults.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiverFaultTests extends HubFixture {

	private ReceiverFaults receivers;

	private Recipient hot;

	private Recipient others;

	@BeforeEach
	void receive() {
		this.receivers = this.hubs.faults().receivers(HUB, "hot", "0");
		this.hot = Recipient.start(this.hubs, "hot");
		this.others = Recipient.start(this.hubs, "$Default");
		send("a", "b", "c");
		this.hot.awaitBodies("a", "b", "c");
		this.others.awaitBodies("a", "b", "c");
	}

	@AfterEach
	void disconnect() {
		this.hot.close();
		this.others.close();
	}

	@Test
	void theLastEventsComeAgainInOneGroup() {
		assertThat(this.receivers.redeliver(2)).isEqualTo(1);
		this.hot.awaitBodies("a", "b", "c", "b", "c");
		send("d");
		this.hot.awaitBodies("a", "b", "c", "b", "c", "d");
		assertThat(this.hot.sequenceNumbers()).containsExactly(0L, 1L, 2L, 1L, 2L, 3L);
		this.others.awaitBodies("a", "b", "c", "d");
	}

	@Test
	void noMoreComesAgainThanThereIs() {
		this.receivers.redeliver(100);
		this.hot.awaitBodies("a", "b", "c", "a", "b", "c");
	}

	@Test
	void theNextEventsAreLeftOutOnce() {
		assertThat(this.receivers.leaveOut(2)).isEqualTo(1);
		send("d");
		send("e", "f", "g");
		this.hot.awaitBodies("a", "b", "c", "f", "g");
		assertThat(this.hot.sequenceNumbers()).containsExactly(0L, 1L, 2L, 5L, 6L);
		this.others.awaitBodies("a", "b", "c", "d", "e", "f", "g");
	}

	@Test
	void aFrozenReceiverGetsNothingUntilItIsLiftedAndItsLinkStays() {
		Fault frozen = this.receivers.freeze();
		send("d");
		awaitStrike(frozen);
		this.others.awaitBodies("a", "b", "c", "d");
		assertThat(this.hot.bodies()).containsExactly("a", "b", "c");
		assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber()).isEqualTo(3);
		frozen.lift();
		this.hot.awaitBodies("a", "b", "c", "d");
		assertThat(this.hot.error()).isNull();
	}

	@Test
	void aFrozenReceiverStaysFrozenWhenItAttachesAgain() {
		try (Fault frozen = this.receivers.freeze()) {
			this.receivers.detach(AmqpError.DETACH_FORCED);
			this.hot.awaitEnd(AmqpErrorCondition.LINK_DETACH_FORCED);
			this.hot.attachAgain();
			send("d");
			awaitStrike(frozen);
			assertThat(this.hot.bodies()).containsExactly("a", "b", "c");
		}
		this.hot.awaitBodies("a", "b", "c", "d");
	}

	@Test
	void whoeverAttachesAgainIsServedWhenOnlyPresentLinksAreFrozen() {
		Fault frozen = this.receivers.freezePresentLinks();
		send("d");
		awaitStrike(frozen);
		assertThat(this.hot.bodies()).containsExactly("a", "b", "c");
		this.receivers.detach(AmqpError.DETACH_FORCED);
		this.hot.awaitEnd(AmqpErrorCondition.LINK_DETACH_FORCED);
		this.hot.attachAgain();
		this.hot.awaitBodies("a", "b", "c", "d");
	}

	private static void awaitStrike(Fault fault) {
		Awaitility.await().untilAsserted(() -> assertThat(fault.strikes()).isPositive());
	}

	private void send(String... bodies) {
		this.producer.send(Clients.events(bodies), Clients.to("0"));
	}

}
