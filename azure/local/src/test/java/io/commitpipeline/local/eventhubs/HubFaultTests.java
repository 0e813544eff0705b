package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Instant;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.commitpipeline.local.eventhubs.faults.HubFaults;
import io.commitpipeline.local.faults.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HubFaultTests extends HubFixture {

	private HubFaults hub;

	@BeforeEach
	void send() {
		this.hub = this.hubs.faults().hub(HUB);
		send("a", "b", "c");
	}

	@Test
	void aHubThatIsMadeAgainIsYoungerEmptyAndCountsFromZero() throws IOException {
		Instant before = this.consumer.getEventHubProperties().getCreatedAt();
		this.hub.recreate();
		assertThat(this.consumer.getEventHubProperties().getCreatedAt()).isAfter(before);
		assertThat(this.consumer.getPartitionProperties("0").isEmpty()).isTrue();
		reconnect();
		send("new");
		assertThat(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1))
			.extracting((event) -> event.getData().getSequenceNumber() + event.getData().getBodyAsString())
			.containsExactly("0new");
	}

	@Test
	void aHubThatIsMadeAgainStaysSoThroughARestart() throws IOException {
		this.hub.recreate();
		Instant created = this.consumer.getEventHubProperties().getCreatedAt();
		stop();
		start();
		assertThat(this.consumer.getEventHubProperties().getCreatedAt()).isEqualTo(created);
		assertThat(this.consumer.getPartitionProperties("0").isEmpty()).isTrue();
	}

	@Test
	void aReceiverIsRefusedWhenTheNewHubHoldsLessThanItHasRead() throws IOException {
		try (Recipient recipient = readAndRecreate()) {
			recipient.attachAgain();
			recipient.awaitEnd(AmqpErrorCondition.ARGUMENT_ERROR);
		}
	}

	@Test
	void aReceiverReadsOnInTheMiddleWhenTheNewHubHoldsMoreThanItHasRead() throws IOException {
		try (Recipient recipient = readAndRecreate()) {
			reconnect();
			send("v", "w", "x", "y");
			recipient.attachAgain();
			recipient.awaitBodies("a", "b", "c", "y");
		}
	}

	private Recipient readAndRecreate() throws IOException {
		Recipient recipient = Recipient.start(this.hubs, "hot");
		recipient.awaitBodies("a", "b", "c");
		this.hub.recreate();
		recipient.awaitEnd(AmqpErrorCondition.LINK_DETACH_FORCED);
		return recipient;
	}

	@Test
	void aHubThatIsMadeAgainCanHaveAnotherNumberOfPartitions() throws IOException {
		this.hub.recreate(3);
		assertThat(this.consumer.getPartitionIds()).containsExactly("0", "1", "2");
	}

	@Test
	void aHubThatCannotBeMadeAgainStays() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.recreate(0))
			.withMessageContaining("hub 'commits': expected 1 to 1024 partitions, not 0");
		send("d");
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 4)))
			.containsExactly("a", "b", "c", "d");
	}

	@Test
	void retentionTakesTheOldestEventsForGood() throws IOException {
		this.hub.expireBefore("0", 2);
		assertBegins(2);
		stop();
		start();
		assertBegins(2);
	}

	@Test
	void retentionCanTakeAll() throws IOException {
		this.hub.expireBefore("0", 3);
		assertThat(this.consumer.getPartitionProperties("0").isEmpty()).isTrue();
		send("d");
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1)))
			.containsExactly("d");
	}

	@Test
	void retentionOvertakesAReader() throws IOException {
		try (Recipient recipient = Recipient.start(this.hubs, "hot")) {
			recipient.awaitBodies("a", "b", "c");
			try (Fault frozen = this.hubs.faults().receivers(HUB, "hot").freeze()) {
				send("d", "e", "f");
				Awaitility.await().untilAsserted(() -> assertThat(frozen.strikes()).isPositive());
				this.hub.expireBefore("0", 5);
			}
			recipient.awaitBodies("a", "b", "c", "f");
			assertThat(recipient.sequenceNumbers()).containsExactly(0L, 1L, 2L, 5L);
		}
	}

	@Test
	void retentionTakesNoEventThatIsYetToCome() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.expireBefore("0", 4))
			.withMessageContaining("holds 0 to 2: it cannot begin at 4");
		assertThatIllegalArgumentException().isThrownBy(() -> this.hub.expireBefore("2", 0))
			.withMessageContaining("between 0 and 1");
	}

	private void assertBegins(long sequenceNumber) {
		PartitionProperties properties = this.consumer.getPartitionProperties("0");
		assertThat(properties.getBeginningSequenceNumber()).isEqualTo(sequenceNumber);
		assertThat(properties.getLastEnqueuedSequenceNumber()).isEqualTo(2);
		assertThat(Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1)))
			.containsExactly("c");
		assertThat(
				Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.fromEnqueuedTime(Instant.EPOCH), 1)))
			.containsExactly("c");
	}

	private void reconnect() {
		this.producer.close();
		this.consumer.close();
		connect();
	}

	private void send(String... bodies) {
		this.producer.send(Clients.events(bodies), Clients.to("0"));
	}

}
