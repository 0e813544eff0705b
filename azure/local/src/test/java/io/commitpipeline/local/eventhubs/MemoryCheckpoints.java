package io.commitpipeline.local.eventhubs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checkpoints of one consumer group.
 */
final class MemoryCheckpoints implements CheckpointStore {

	private final Map<String, PartitionOwnership> ownerships = new ConcurrentHashMap<>();

	private final Map<String, Checkpoint> checkpoints = new ConcurrentHashMap<>();

	@Override
	public Flux<PartitionOwnership> listOwnership(String namespace, String hub, String group) {
		return Flux.fromIterable(this.ownerships.values());
	}

	@Override
	public Flux<PartitionOwnership> claimOwnership(List<PartitionOwnership> requested) {
		return Flux.fromIterable(requested).filter(this::claim);
	}

	private synchronized boolean claim(PartitionOwnership wanted) {
		PartitionOwnership present = this.ownerships.get(wanted.getPartitionId());
		if (present != null && !Objects.equals(present.getETag(), wanted.getETag())) {
			return false;
		}
		wanted.setETag(UUID.randomUUID().toString()).setLastModifiedTime(System.currentTimeMillis());
		this.ownerships.put(wanted.getPartitionId(), wanted);
		return true;
	}

	@Override
	public Flux<Checkpoint> listCheckpoints(String namespace, String hub, String group) {
		return Flux.fromIterable(this.checkpoints.values());
	}

	@Override
	public Mono<Void> updateCheckpoint(Checkpoint checkpoint) {
		return Mono.fromRunnable(() -> this.checkpoints.put(checkpoint.getPartitionId(), checkpoint));
	}

}
