package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.azure.messaging.eventhubs.EventHubProperties;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.commitpipeline.local.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropertiesTests extends HubFixture {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

	private final SetClock clock = new SetClock(START);

	@BeforeEach
	@Override
	void start() throws IOException {
		start(this.clock);
	}

	@Test
	void aHubTellsItsNameItsPartitionsAndWhenItWasMade() {
		this.clock.advance(Duration.ofMinutes(1));
		EventHubProperties properties = this.consumer.getEventHubProperties();
		assertThat(properties.getName()).isEqualTo(HUB);
		assertThat(properties.getPartitionIds()).containsExactly("0", "1");
		assertThat(properties.getCreatedAt()).isEqualTo(START);
	}

	@Test
	void aPartitionTellsWhatItHoldsAtTheMomentOfAsking() throws IOException {
		assertPartition(0, -1, Instant.EPOCH, true);
		this.producer.send(Clients.events("one", "two"), Clients.to("0"));
		assertPartition(0, 1, START, false);
		this.clock.advance(Duration.ofSeconds(7));
		this.producer.send(Clients.events("three"), Clients.to("0"));
		assertPartition(0, 2, START.plusSeconds(7), false);
		this.hubs.faults().hub(HUB).expireBefore("0", 2);
		assertPartition(2, 2, START.plusSeconds(7), false);
		assertThat(Clients.receive(this.consumer, "0", EventPosition.earliest(), 1).get(0).getData().getEnqueuedTime())
			.isEqualTo(START.plusSeconds(7));
		this.hubs.faults().hub(HUB).expireBefore("0", 3);
		assertPartition(3, 2, START.plusSeconds(7), true);
	}

	private void assertPartition(long begin, long last, Instant time, boolean empty) {
		PartitionProperties properties = this.consumer.getPartitionProperties("0");
		assertThat(properties.getEventHubName()).isEqualTo(HUB);
		assertThat(properties.getId()).isEqualTo("0");
		assertThat(properties.getBeginningSequenceNumber()).isEqualTo(begin);
		assertThat(properties.getLastEnqueuedSequenceNumber()).isEqualTo(last);
		assertThat(properties.getLastEnqueuedOffset()).isEqualTo(Long.toString(last));
		assertThat(properties.getLastEnqueuedTime()).isEqualTo(time);
		assertThat(properties.isEmpty()).isEqualTo(empty);
	}

}
