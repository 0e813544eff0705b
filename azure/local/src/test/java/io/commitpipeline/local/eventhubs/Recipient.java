package io.commitpipeline.local.eventhubs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Receives from partition 0 until it is told to stop or its link ends.
 */
final class Recipient implements AutoCloseable {

	private final List<PartitionEvent> events = new CopyOnWriteArrayList<>();

	private final AtomicReference<Throwable> error = new AtomicReference<>();

	private final AtomicBoolean completed = new AtomicBoolean();

	private final EventHubConsumerAsyncClient client;

	private Recipient(EventHubConsumerAsyncClient client) {
		this.client = client;
	}

	static Recipient start(LocalEventHubs hubs, String group) {
		Recipient recipient = new Recipient(
				Clients.of(hubs, HubFixture.HUB).consumerGroup(group).buildAsyncConsumerClient());
		recipient.receive(EventPosition.earliest());
		return recipient;
	}

	private void receive(EventPosition position) {
		this.client.receiveFromPartition("0", position)
			.subscribe(this.events::add, this.error::set, () -> this.completed.set(true));
	}

	/**
	 * Attaches again behind the last event, as consumers do.
	 */
	void attachAgain() {
		this.error.set(null);
		List<Long> received = sequenceNumbers();
		receive(EventPosition.fromSequenceNumber(received.get(received.size() - 1)));
	}

	List<String> bodies() {
		return Clients.bodies(this.events);
	}

	List<Long> sequenceNumbers() {
		return this.events.stream().map((event) -> event.getData().getSequenceNumber()).toList();
	}

	Throwable error() {
		return this.error.get();
	}

	/**
	 * Waits until the link has ended.
	 * @param condition why it has to have ended
	 */
	void awaitEnd(AmqpErrorCondition condition) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.error.get()).isInstanceOfSatisfying(AmqpException.class,
					(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(condition)));
	}

	/**
	 * Waits until the connection has ended without a word, which the SDK takes for the
	 * end of the events.
	 */
	void awaitCompletion() {
		Awaitility.await().untilTrue(this.completed);
	}

	void awaitBodies(String... bodies) {
		Awaitility.await().untilAsserted(() -> assertThat(bodies()).containsExactly(bodies));
	}

	@Override
	public void close() {
		this.client.close();
	}

}
