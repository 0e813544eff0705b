package io.commitpipeline.processor.checkpoints;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the newest checkpoint of each partition every few seconds. They are copies for
 * the autoscaler and for people: losing one loses nothing.
 */
@Component
public class CheckpointCopies {

	private static final Logger logger = LoggerFactory.getLogger(CheckpointCopies.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final CheckpointContainers containers;

	private final Map<Slot, Checkpoint> unwritten = new ConcurrentHashMap<>();

	CheckpointCopies(CheckpointContainers containers) {
		this.containers = containers;
	}

	public void put(Checkpoint checkpoint) {
		this.unwritten.put(new Slot(checkpoint.getConsumerGroup(), checkpoint.getPartitionId()), checkpoint);
	}

	/**
	 * Writes what is not yet written.
	 */
	@Scheduled(fixedDelay = 3000)
	public void write() {
		Flux.fromIterable(List.copyOf(this.unwritten.keySet())).flatMap(this::write).blockLast();
	}

	Mono<Void> write(PartitionContext context) {
		return write(new Slot(context.getConsumerGroup(), context.getPartitionId()));
	}

	private Mono<Void> write(Slot slot) {
		Checkpoint checkpoint = this.unwritten.remove(slot);
		if (checkpoint == null) {
			return Mono.empty();
		}
		return this.containers.of(slot.consumerGroup())
			.updateCheckpoint(checkpoint)
			.timeout(PATIENCE)
			.doOnError((failure) -> this.unwritten.putIfAbsent(slot, checkpoint))
			.onErrorResume((failure) -> {
				logger.warn("The checkpoint of {} is not written, progress is not affected", slot, failure);
				return Mono.empty();
			});
	}

	private record Slot(String consumerGroup, String partition) {

	}

}
