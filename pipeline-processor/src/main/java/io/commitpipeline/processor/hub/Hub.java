package io.commitpipeline.processor.hub;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import com.azure.messaging.eventhubs.models.EventPosition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the hub. Every answer comes within a few seconds or fails; after a failure the
 * next question goes over a new connection, since the old one may lead nowhere without
 * knowing it.
 */
public class Hub implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Supplier<EventHubConsumerAsyncClient> clients;

	private EventHubConsumerAsyncClient client;

	Hub(Supplier<EventHubConsumerAsyncClient> clients) {
		this.clients = clients;
	}

	public HubState state() {
		return ask((client) -> client.getEventHubProperties()
			.flatMap((hub) -> Flux.fromIterable(hub.getPartitionIds())
				.flatMap((id) -> partition(client, id))
				.collectList()
				.map((partitions) -> new HubState(hub.getName(), hub.getCreatedAt(), partitions))));
	}

	public PartitionState partition(int id) {
		return ask((client) -> partition(client, Integer.toString(id)));
	}

	/**
	 * Reads an event on a link of its own, beside those that own the partition.
	 * @return the sequence number of the first event that the hub gives from this one on
	 */
	public long firstFrom(int partition, long sequenceNumber) {
		return ask((client) -> client
			.receiveFromPartition(Integer.toString(partition), EventPosition.fromSequenceNumber(sequenceNumber, true))
			.next()
			.map((event) -> event.getData().getSequenceNumber()));
	}

	@Override
	public synchronized void close() {
		if (this.client != null) {
			this.client.close();
			this.client = null;
		}
	}

	private <T> T ask(Function<EventHubConsumerAsyncClient, Mono<T>> question) {
		EventHubConsumerAsyncClient asked = client();
		try {
			return question.apply(asked).block(PATIENCE);
		}
		catch (RuntimeException ex) {
			giveUp(asked);
			throw ex;
		}
	}

	private synchronized EventHubConsumerAsyncClient client() {
		if (this.client == null) {
			this.client = this.clients.get();
		}
		return this.client;
	}

	private synchronized void giveUp(EventHubConsumerAsyncClient asked) {
		if (this.client == asked) {
			close();
		}
	}

	private static Mono<PartitionState> partition(EventHubConsumerAsyncClient client, String id) {
		return client.getPartitionProperties(id).map(Hub::stateOf);
	}

	private static PartitionState stateOf(PartitionProperties partition) {
		long last = partition.getLastEnqueuedSequenceNumber();
		return new PartitionState(Integer.parseInt(partition.getId()),
				partition.isEmpty() ? last + 1 : partition.getBeginningSequenceNumber(), last);
	}

}
