package io.commitpipeline.processor.checkpoints;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * The checkpoint store of all bindings. Where to start comes from the progress rows alone
 * and fails when they are out of reach: an empty answer would mean the beginning.
 */
@Component
public class ProgressCheckpointStore implements CheckpointStore {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int RELEASES = 3;

	private final CheckpointContainers containers;

	private final StartPositions startPositions;

	private final CheckpointCopies copies;

	private final Map<String, Mono<Void>> lastClaims = new ConcurrentHashMap<>();

	private final Map<String, String> owners = new ConcurrentHashMap<>();

	ProgressCheckpointStore(CheckpointContainers containers, StartPositions startPositions, CheckpointCopies copies) {
		this.containers = containers;
		this.startPositions = startPositions;
		this.copies = copies;
	}

	/**
	 * Waits for claims under way: greedy load balancing asks again without waiting for
	 * them, and would take more than its share.
	 */
	@Override
	public Flux<PartitionOwnership> listOwnership(String namespace, String hub, String consumerGroup) {
		return Mono.defer(() -> this.lastClaims.getOrDefault(consumerGroup, Mono.empty()))
			.thenMany(this.containers.of(consumerGroup).listOwnership(namespace, hub, consumerGroup));
	}

	@Override
	public Flux<PartitionOwnership> claimOwnership(List<PartitionOwnership> requested) {
		if (requested.isEmpty()) {
			return Flux.empty();
		}
		String consumerGroup = requested.get(0).getConsumerGroup();
		if (requested.get(0).getOwnerId().isEmpty()) {
			return release(requested, RELEASES);
		}
		this.owners.put(consumerGroup, requested.get(0).getOwnerId());
		Sinks.Empty<Void> ended = Sinks.empty();
		return this.containers.of(consumerGroup)
			.claimOwnership(requested)
			.doOnSubscribe((subscription) -> this.lastClaims.put(consumerGroup, ended.asMono()))
			.doFinally((signal) -> ended.tryEmitEmpty());
	}

	/**
	 * A renewal that is under way when its processor stops wins over the release, and the
	 * partition would have an owner until that runs out: what is left is released again.
	 */
	private Flux<PartitionOwnership> release(List<PartitionOwnership> owned, int tries) {
		PartitionOwnership one = owned.get(0);
		CheckpointStore container = this.containers.of(one.getConsumerGroup());
		Flux<PartitionOwnership> left = container
			.listOwnership(one.getFullyQualifiedNamespace(), one.getEventHubName(), one.getConsumerGroup())
			.filter((ownership) -> ownership.getOwnerId().equals(this.owners.get(one.getConsumerGroup())))
			.map((ownership) -> ownership.setOwnerId(""))
			.collectList()
			.filter((again) -> !again.isEmpty() && tries > 1)
			.flatMapMany((again) -> release(again, tries - 1));
		return container.claimOwnership(owned).concatWith(left);
	}

	/**
	 * The answer must not come late either: while it is awaited no ownership is renewed.
	 */
	@Override
	public Flux<Checkpoint> listCheckpoints(String namespace, String hub, String consumerGroup) {
		return Mono.fromCallable(() -> this.startPositions.list(namespace, hub, consumerGroup))
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(PATIENCE)
			.flatMapIterable((positions) -> positions);
	}

	@Override
	public Mono<Void> updateCheckpoint(Checkpoint checkpoint) {
		return Mono.fromRunnable(() -> this.copies.put(checkpoint));
	}

}
