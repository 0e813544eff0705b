package io.commitpipeline.processor.hub;

import java.time.Duration;

import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the hub. Every answer comes within a few seconds or fails.
 */
public class Hub implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final EventHubConsumerAsyncClient client;

	Hub(EventHubConsumerAsyncClient client) {
		this.client = client;
	}

	public HubState state() {
		return this.client.getEventHubProperties()
			.flatMap((hub) -> Flux.fromIterable(hub.getPartitionIds())
				.flatMap(this::ask)
				.collectList()
				.map((partitions) -> new HubState(hub.getName(), hub.getCreatedAt(), partitions)))
			.block(PATIENCE);
	}

	public PartitionState partition(int id) {
		return ask(Integer.toString(id)).block(PATIENCE);
	}

	@Override
	public void close() {
		this.client.close();
	}

	private Mono<PartitionState> ask(String id) {
		return this.client.getPartitionProperties(id).map(Hub::stateOf);
	}

	private static PartitionState stateOf(PartitionProperties partition) {
		long last = partition.getLastEnqueuedSequenceNumber();
		return new PartitionState(Integer.parseInt(partition.getId()),
				partition.isEmpty() ? last + 1 : partition.getBeginningSequenceNumber(), last);
	}

}
