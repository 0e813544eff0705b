package io.commitpipeline.local.eventhubs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventProcessorClient;
import com.azure.messaging.eventhubs.EventProcessorClientBuilder;
import com.azure.messaging.eventhubs.models.EventContext;
import com.azure.messaging.eventhubs.models.EventPosition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventProcessorTests extends HubFixture {

	private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

	private final Map<String, List<Long>> sequenceNumbers = new ConcurrentHashMap<>();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	@Test
	void aProcessorReadsEveryEventOfEveryPartitionInOrder() {
		send(0, 300);
		process(300);
		assertThat(this.bodies).containsExactlyInAnyOrderElementsOf(rows(0, 300));
		assertThat(this.sequenceNumbers.keySet()).containsExactlyInAnyOrder("0", "1");
		assertThat(this.sequenceNumbers.values()).allSatisfy((numbers) -> assertThat(numbers)
			.isEqualTo(IntStream.range(0, numbers.size()).mapToObj((number) -> (long) number).toList()));
	}

	@Test
	void aSecondProcessorContinuesBehindTheCheckpoints() {
		send(0, 20);
		process(20);
		send(20, 20);
		process(40);
		assertThat(this.bodies).containsExactlyInAnyOrderElementsOf(rows(0, 40));
	}

	private void process(int count) {
		List<Throwable> errors = new CopyOnWriteArrayList<>();
		EventProcessorClient processor = new EventProcessorClientBuilder()
			.connectionString(this.hubs.connectionString(HUB))
			.consumerGroup("hot")
			.checkpointStore(this.checkpoints)
			.initialPartitionEventPosition((partition) -> EventPosition.earliest())
			.loadBalancingUpdateInterval(Duration.ofMillis(200))
			.trackLastEnqueuedEventProperties(true)
			.processEvent(this::received)
			.processError((error) -> errors.add(error.getThrowable()))
			.buildEventProcessorClient();
		processor.start();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.bodies).hasSizeGreaterThanOrEqualTo(count));
		assertThat(errors).isEmpty();
		processor.stop();
	}

	private void received(EventContext context) {
		EventData event = context.getEventData();
		assertThat(context.getLastEnqueuedEventProperties().getSequenceNumber())
			.isGreaterThanOrEqualTo(event.getSequenceNumber());
		this.sequenceNumbers
			.computeIfAbsent(context.getPartitionContext().getPartitionId(), (id) -> new CopyOnWriteArrayList<>())
			.add(event.getSequenceNumber());
		context.updateCheckpoint();
		this.bodies.add(event.getBodyAsString());
	}

	private void send(int first, int count) {
		List<String> rows = rows(first, count);
		List<EventData> events = new ArrayList<>();
		rows.forEach((row) -> events.add(new EventData(row)));
		this.producer.send(events.subList(0, count / 2), Clients.to("0"));
		this.producer.send(events.subList(count / 2, count), Clients.to("1"));
	}

	private static List<String> rows(int first, int count) {
		return IntStream.range(first, first + count).mapToObj((row) -> "row " + row).toList();
	}

}
