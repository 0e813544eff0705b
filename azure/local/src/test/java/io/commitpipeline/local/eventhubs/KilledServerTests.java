package io.commitpipeline.local.eventhubs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class KilledServerTests {

	private static final int BATCH = 20;

	@TempDir
	private Path directory;

	private final Map<String, List<String>> acknowledged = Map.of("0", new CopyOnWriteArrayList<>(), "1",
			new CopyOnWriteArrayList<>());

	@Test
	void whatWasAcknowledgedBeforeTheServerWasKilledIsThereOnceAndInOrder() throws Exception {
		for (int round = 0; round < 5; round++) {
			sendUntilKilled(round);
		}
		try (LocalEventHubs hubs = LocalEventHubs.builder(this.directory).hub(HubFixture.HUB, 2).start();
				EventHubConsumerClient consumer = Clients.consumer(hubs, HubFixture.HUB)) {
			this.acknowledged.forEach((partition, bodies) -> {
				int count = (int) consumer.getPartitionProperties(partition).getLastEnqueuedSequenceNumber() + 1;
				List<PartitionEvent> events = Clients.receive(consumer, partition, EventPosition.earliest(), count);
				assertThat(Clients.bodies(events)).containsAll(bodies).doesNotHaveDuplicates().isSorted();
				assertThat(events).extracting((event) -> event.getData().getSequenceNumber())
					.containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
			});
		}
	}

	private void sendUntilKilled(int round) throws Exception {
		Process server = KilledServer.start(this.directory);
		try (var output = server.inputReader()) {
			int port = Integer.parseInt(output.readLine());
			try (EventHubProducerAsyncClient producer = producer(port)) {
				List<Disposable> senders = this.acknowledged.keySet()
					.stream()
					.map((partition) -> send(producer, partition, round))
					.toList();
				int enough = (round + 1) * 500;
				Awaitility.await()
					.untilAsserted(() -> assertThat(this.acknowledged.values())
						.allSatisfy((bodies) -> assertThat(bodies).hasSizeGreaterThan(enough)));
				server.destroyForcibly().waitFor();
				senders.forEach(Disposable::dispose);
			}
		}
	}

	/** One batch after the other, until the server is gone. */
	private Disposable send(EventHubProducerAsyncClient producer, String partition, int round) {
		return Flux.range(0, Integer.MAX_VALUE)
			.map((number) -> bodies(round, number))
			.concatMap((bodies) -> producer.send(Clients.events(bodies), Clients.to(partition)).thenReturn(bodies))
			.subscribe((bodies) -> this.acknowledged.get(partition).addAll(List.of(bodies)),
					(stopped) -> assertThat(stopped).isNotNull());
	}

	private static String[] bodies(int round, int batch) {
		return Stream.iterate(batch * BATCH, (number) -> number + 1)
			.limit(BATCH)
			.map((number) -> "round %d event %08d".formatted(round, number))
			.toArray(String[]::new);
	}

	private static EventHubProducerAsyncClient producer(int port) {
		return Clients
			.of("Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=local;SharedAccessKey=bG9jYWw=;".formatted(port)
					+ "UseDevelopmentEmulator=true;EntityPath=" + HubFixture.HUB)
			.buildAsyncProducerClient();
	}

}
