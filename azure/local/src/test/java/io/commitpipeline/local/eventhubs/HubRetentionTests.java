package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.commitpipeline.local.SetClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HubRetentionTests extends HubFixture {

	private static final int EVENTS = 70;

	private final SetClock clock = new SetClock(Clock.systemUTC().instant());

	@BeforeEach
	@Override
	void start() throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory)
			.hub(HUB, 1)
			.retention(Duration.ofMinutes(1), Long.MAX_VALUE)
			.clock(this.clock)
			.start();
		connect();
	}

	@Test
	void eventsThatAreTooOldAreGoneForWhoeverComesLater() {
		for (int event = 0; event < EVENTS; event++) {
			this.producer.send(List.of(new EventData(new byte[1_000_000])));
			this.clock.advance(Duration.ofSeconds(1));
		}
		this.clock.advance(Duration.ofMinutes(2));
		Awaitility.await().untilAsserted(() -> assertThat(properties().getBeginningSequenceNumber()).isPositive());
		long begin = properties().getBeginningSequenceNumber();
		assertThat(properties().getLastEnqueuedSequenceNumber()).isEqualTo(EVENTS - 1);
		assertThat(Clients.receive(this.consumer, "0", EventPosition.fromSequenceNumber(3), 1).get(0).getData())
			.extracting(EventData::getSequenceNumber)
			.isEqualTo(begin);
	}

	@Test
	void eventsThatAreTooManyAreGoneHoweverOldTheyMayBecome() throws IOException {
		restart(ChronoUnit.FOREVER.getDuration(), this.clock);
		assertOnlyTheLastFileStays();
	}

	@Test
	void whatFailsOnceIsTriedAgain() throws IOException {
		FailingOnce failing = new FailingOnce(this.clock);
		restart(Duration.ofDays(1), failing);
		assertOnlyTheLastFileStays();
		assertThat(failing.failed).isTrue();
	}

	private void restart(Duration age, Clock clock) throws IOException {
		stop();
		this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 1).retention(age, 1).clock(clock).start();
		connect();
	}

	private void assertOnlyTheLastFileStays() {
		for (int event = 0; event < EVENTS; event++) {
			this.producer.send(List.of(new EventData(new byte[1_000_000])));
		}
		Awaitility.await().untilAsserted(() -> assertThat(properties().getBeginningSequenceNumber()).isPositive());
		assertThat(properties().getLastEnqueuedSequenceNumber()).isEqualTo(EVENTS - 1);
	}

	private PartitionProperties properties() {
		return this.consumer.getPartitionProperties("0");
	}

	/**
	 * Fails the first time that it is asked for retention.
	 */
	private static final class FailingOnce extends Clock {

		private final Clock clock;

		private final AtomicBoolean failed = new AtomicBoolean();

		FailingOnce(Clock clock) {
			this.clock = clock;
		}

		@Override
		public Instant instant() {
			if (Thread.currentThread().getName().equals("event-hubs-housekeeping") && !this.failed.getAndSet(true)) {
				throw new IllegalStateException("planted");
			}
			return this.clock.instant();
		}

		@Override
		public ZoneId getZone() {
			return this.clock.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
