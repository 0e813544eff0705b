package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub of two partitions with a producer and a consumer of the SDK.
 */
abstract class HubFixture {

	static final String HUB = "commits";

	@TempDir
	Path directory;

	LocalEventHubs hubs;

	EventHubProducerClient producer;

	EventHubConsumerClient consumer;

	@BeforeEach
	void start() throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 2, "hot").start();
		connect();
	}

	void start(Clock clock) throws IOException {
		this.hubs = LocalEventHubs.builder(this.directory).hub(HUB, 2).clock(clock).start();
		connect();
	}

	void connect() {
		this.producer = Clients.producer(this.hubs, HUB);
		this.consumer = Clients.consumer(this.hubs, HUB);
	}

	@AfterEach
	void stop() throws IOException {
		this.producer.close();
		this.consumer.close();
		this.hubs.close();
	}

}
