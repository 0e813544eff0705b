package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

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

	private PartitionProperties properties() {
		return this.consumer.getPartitionProperties("0");
	}

}
