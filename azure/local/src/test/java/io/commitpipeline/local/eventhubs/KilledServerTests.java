package io.commitpipeline.local.eventhubs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class KilledServerTests {

	@TempDir
	private Path directory;

	private final List<String> acknowledged = new CopyOnWriteArrayList<>();

	@Test
	void whatWasAcknowledgedBeforeTheServerWasKilledIsThere() throws Exception {
		for (int round = 0; round < 3; round++) {
			sendUntilKilled("round %d event ".formatted(round));
		}
		try (LocalEventHubs hubs = LocalEventHubs.builder(this.directory).hub(HubFixture.HUB, 2).start();
				EventHubConsumerClient consumer = Clients.consumer(hubs, HubFixture.HUB)) {
			int count = (int) consumer.getPartitionProperties("0").getLastEnqueuedSequenceNumber() + 1;
			List<PartitionEvent> events = Clients.receive(consumer, "0", EventPosition.earliest(), count);
			assertThat(Clients.bodies(events)).containsAll(this.acknowledged).doesNotHaveDuplicates();
			assertThat(events).extracting((event) -> event.getData().getSequenceNumber())
				.containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
		}
	}

	private void sendUntilKilled(String prefix) throws Exception {
		Process server = KilledServer.start(this.directory);
		int before = this.acknowledged.size();
		try (var output = server.inputReader()) {
			int port = Integer.parseInt(output.readLine());
			try (EventHubProducerAsyncClient producer = producer(port)) {
				var sending = Flux.range(0, Integer.MAX_VALUE)
					.map((number) -> prefix + number)
					.flatMap((body) -> producer.send(Clients.events(body), Clients.to("0")).thenReturn(body), 64)
					.subscribe(this.acknowledged::add, (stopped) -> assertThat(stopped).isNotNull());
				Awaitility.await().untilAsserted(() -> assertThat(this.acknowledged).hasSizeGreaterThan(before + 500));
				server.destroyForcibly().waitFor();
				sending.dispose();
			}
		}
	}

	private static EventHubProducerAsyncClient producer(int port) {
		return new EventHubClientBuilder()
			.connectionString(
					"Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;".formatted(port)
							+ "UseDevelopmentEmulator=true;EntityPath=" + HubFixture.HUB)
			.retryOptions(new AmqpRetryOptions().setMaxRetries(0))
			.buildAsyncProducerClient();
	}

}
