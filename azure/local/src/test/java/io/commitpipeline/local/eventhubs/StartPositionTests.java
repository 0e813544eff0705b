package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.commitpipeline.local.SetClock;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.engine.Receiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class StartPositionTests extends HubFixture {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	private final SetClock clock = new SetClock(START);

	@BeforeEach
	@Override
	void start() throws IOException {
		start(this.clock);
		for (String body : List.of("zero", "one", "two", "three")) {
			this.producer.send(Clients.events(body), Clients.to("0"));
			this.clock.advance(Duration.ofSeconds(1));
		}
	}

	@Test
	void theEarliestEventIsTheFirst() {
		assertThat(from(EventPosition.earliest(), 4)).containsExactly("zero", "one", "two", "three");
	}

	@Test
	void aSequenceNumberIsExclusiveOrInclusive() {
		assertThat(from(EventPosition.fromSequenceNumber(1), 2)).containsExactly("two", "three");
		assertThat(from(EventPosition.fromSequenceNumber(1, true), 3)).containsExactly("one", "two", "three");
	}

	@Test
	void anOffsetIsExclusive() {
		assertThat(from(EventPosition.fromOffsetString("2"), 1)).containsExactly("three");
	}

	@Test
	void anEnqueuedTimeIsExclusive() {
		assertThat(from(EventPosition.fromEnqueuedTime(START.plusSeconds(2)), 1)).containsExactly("three");
		assertThat(from(EventPosition.fromEnqueuedTime(START.plusMillis(1500)), 2)).containsExactly("two", "three");
		assertThat(from(EventPosition.fromEnqueuedTime(START.minusSeconds(1)), 4)).containsExactly("zero", "one", "two",
				"three");
	}

	@Test
	void otherClientsMayWantOffsetsAndTimesInclusive() throws IOException {
		assertThat(firstFrom("amqp.annotation.x-opt-offset >= '2'")).isEqualTo(2);
		assertThat(firstFrom("amqp.annotation.x-opt-offset > 2")).isEqualTo(3);
		long two = START.plusSeconds(2).toEpochMilli();
		assertThat(firstFrom("amqp.annotation.x-opt-enqueued-time >= '%d'".formatted(two))).isEqualTo(2);
		assertThat(firstFrom("amqp.annotation.x-opt-enqueued-time > '%d'".formatted(two))).isEqualTo(3);
	}

	private long firstFrom(String selector) throws IOException {
		try (RawClient client = RawClient.withKey(this.hubs.port(), "local", "bG9jYWw=")) {
			Receiver receiver = client.receiver(client.session(), HUB + "/ConsumerGroups/$Default/Partitions/0",
					Map.of(Symbol.valueOf("apache.org:selector-filter:string"), selector));
			receiver.flow(1);
			return (long) client.next(receiver)
				.getMessageAnnotations()
				.getValue()
				.get(Symbol.valueOf("x-opt-sequence-number"));
		}
	}

	@Test
	void aPositionBeforeTheRetainedLogStartsAtItsBeginning() throws IOException {
		this.hubs.faults().hub(HUB).expireBefore("0", 2);
		assertThat(from(EventPosition.fromSequenceNumber(0), 2)).containsExactly("two", "three");
		assertThat(from(EventPosition.fromOffsetString("0"), 2)).containsExactly("two", "three");
		assertThat(from(EventPosition.fromEnqueuedTime(START), 2)).containsExactly("two", "three");
	}

	@Test
	void theLatestPositionGetsOnlyWhatComesLater() {
		List<String> received = new CopyOnWriteArrayList<>();
		try (EventHubConsumerAsyncClient async = Clients.of(this.hubs, HUB)
			.consumerGroup("$Default")
			.buildAsyncConsumerClient()) {
			Disposable subscription = async.receiveFromPartition("0", EventPosition.latest())
				.subscribe((event) -> received.add(event.getData().getBodyAsString()));
			Awaitility.await().untilAsserted(() -> {
				this.producer.send(Clients.events("later"), Clients.to("0"));
				assertThat(received).isNotEmpty();
			});
			assertThat(received).containsOnly("later");
			subscription.dispose();
		}
	}

	@Test
	void aPositionAtTheLastEventWaitsForTheNext() {
		this.producer.send(Clients.events("four"), Clients.to("0"));
		assertThat(from(EventPosition.fromSequenceNumber(3), 1)).containsExactly("four");
		assertThat(from(EventPosition.fromSequenceNumber(4, true), 1)).containsExactly("four");
	}

	@Test
	void aSequenceNumberBeyondTheLastIsRefusedByName() {
		assertRefused(EventPosition.fromSequenceNumber(4), "The supplied sequence number '4' is invalid",
				"The last sequence number in the system is '3'");
		assertRefused(EventPosition.fromSequenceNumber(4, true), "The supplied sequence number '4' is invalid",
				"The last sequence number in the system is '3'");
	}

	@Test
	void anOffsetBeyondTheLastIsRefusedByName() {
		assertRefused(EventPosition.fromOffsetString("4"), "The supplied offset '4' is invalid",
				"The last offset in the system is '3'");
	}

	private void assertRefused(EventPosition position, String... sentences) {
		AtomicReference<Throwable> refusal = new AtomicReference<>();
		try (EventHubConsumerAsyncClient async = Clients.of(this.hubs, HUB)
			.consumerGroup("$Default")
			.buildAsyncConsumerClient()) {
			async.receiveFromPartition("0", position)
				.subscribe((event) -> refusal.set(new AssertionError("received")), refusal::set);
			Awaitility.await().untilAsserted(() -> assertThat(refusal.get()).isNotNull());
		}
		assertThat(refusal.get())
			.isInstanceOfSatisfying(AmqpException.class,
					(ex) -> assertThat(ex.getErrorCondition()).isEqualTo(AmqpErrorCondition.ARGUMENT_ERROR))
			.hasMessageContainingAll(sentences);
	}

	private List<String> from(EventPosition position, int count) {
		return Clients.bodies(Clients.receive(this.consumer, "0", position, count));
	}

}
