package io.commitpipeline.local.eventhubs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.azure.core.amqp.AmqpRetryMode;
import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.commitpipeline.local.eventhubs.faults.SenderFaults;
import io.commitpipeline.local.faults.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendFaultTests extends HubFixture {

	private SenderFaults senders;

	@BeforeEach
	void senders() {
		this.senders = this.hubs.faults().senders(HUB);
	}

	@Test
	void aThrottledSendIsRefusedAsServerBusyAndStoresNothing() {
		try (Fault throttled = this.senders.throttle()) {
			assertThatThrownBy(() -> send("refused")).rootCause()
				.hasMessageContaining("is being throttled")
				.isInstanceOfSatisfying(AmqpException.class, (ex) -> {
					assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.SERVER_BUSY_ERROR);
					assertThat(ex.isTransient()).isTrue();
				});
			assertThat(throttled.strikes()).isEqualTo(1);
		}
		send("accepted");
		assertThat(stored(1)).containsExactly("accepted");
	}

	@Test
	void theClientsOwnRetryGetsThroughOnceThrottlingIsOver() {
		Fault throttled = this.senders.times(1).throttle();
		AmqpRetryOptions retries = new AmqpRetryOptions().setMode(AmqpRetryMode.FIXED).setDelay(Duration.ofMillis(50));
		try (EventHubProducerClient patient = Clients.of(this.hubs, HUB).retryOptions(retries).buildProducerClient()) {
			patient.send(Clients.events("a", "b"), Clients.to("0"));
		}
		assertThat(throttled.strikes()).isEqualTo(1);
		assertThat(stored(2)).containsExactly("a", "b");
	}

	@Test
	void anAcknowledgementComesLateThoughTheEventIsStored() {
		Duration delay = Duration.ofMillis(1500);
		this.senders.times(1).delayAcknowledgement(delay);
		try (EventHubProducerAsyncClient async = Clients.of(this.hubs, HUB).buildAsyncProducerClient()) {
			long start = System.nanoTime();
			CompletableFuture<Void> sent = async.send(Clients.events("late"), Clients.to("0")).toFuture();
			assertThat(stored(1)).containsExactly("late");
			assertThat(sent).isNotDone();
			async.send(Clients.events("in time"), Clients.to("0")).block();
			assertThat(sent).isNotDone();
			sent.join();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
		}
	}

	@Test
	void anEventWhoseAcknowledgementIsLostIsStoredAgainWhenItIsSentAgain() {
		this.senders.times(1).loseAcknowledgement();
		AmqpRetryOptions hasty = new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(Duration.ofSeconds(1));
		try (EventHubProducerClient client = Clients.of(this.hubs, HUB).retryOptions(hasty).buildProducerClient()) {
			assertThatThrownBy(() -> client.send(Clients.events("row"), Clients.to("0"))).rootCause()
				.isInstanceOfAny(TimeoutException.class, AmqpException.class)
				.message()
				.matches("Did not observe any item.*|.*Send operation timed out.*");
			client.send(Clients.events("row"), Clients.to("0"));
		}
		assertThat(stored(2)).containsExactly("row", "row");
	}

	@Test
	void anotherHubsSendersAreSpared() {
		this.hubs.faults().senders("other").throttle();
		send("spared");
		assertThat(stored(1)).containsExactly("spared");
	}

	@Test
	void liftingEndsEveryFault() {
		this.senders.throttle();
		this.senders.loseAcknowledgement();
		this.hubs.faults().lift();
		send("accepted");
		assertThat(stored(1)).containsExactly("accepted");
	}

	private void send(String body) {
		this.producer.send(Clients.events(body), Clients.to("0"));
	}

	private List<String> stored(long count) {
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber() + 1)
						.isEqualTo(count));
		return Clients.bodies(Clients.receive(this.consumer, "0", EventPosition.earliest(), (int) count));
	}

}
