package io.commitpipeline.processor.coldpath;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.events.EventBatch;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.PartitionLost;
import io.commitpipeline.processor.progress.Contiguity;
import io.commitpipeline.processor.progress.JumpException;
import io.commitpipeline.processor.progress.Jumps;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.Work;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gathers events in files, one for each partition, and archives a file when it is full,
 * old or of another hour than the next event.
 */
@Component
public class EventArchiver {

	private final OwnedPartitions owned;

	private final LocalFiles files;

	private final Archive archive;

	private final Takeover takeover;

	private final Manifest manifest;

	private final Jumps jumps;

	private final InPlaceRetry retry;

	private final CheckpointCopies checkpoints;

	private final Counter archived;

	private final DistributionSummary batches;

	private final Map<Integer, ColdPartition> partitions = new ConcurrentHashMap<>();

	EventArchiver(OwnedPartitions owned, LocalFiles files, Archive archive, Takeover takeover, Manifest manifest,
			Jumps jumps, InPlaceRetry retry, CheckpointCopies checkpoints, MeterRegistry meters) {
		this.owned = owned;
		this.files = files;
		this.archive = archive;
		this.takeover = takeover;
		this.manifest = manifest;
		this.jumps = jumps;
		this.retry = retry;
		this.checkpoints = checkpoints;
		this.archived = Counter.builder("pipeline.events")
			.tag("path", "cold")
			.tag("outcome", "archived")
			.register(meters);
		this.batches = DistributionSummary.builder("pipeline.batch.size")
			.baseUnit("events")
			.tag("path", "cold")
			.register(meters);
	}

	/**
	 * @param events none when none came in time: files grow old nevertheless
	 */
	void take(OwnedPartition owned, List<ReceivedEvent> events) {
		ColdPartition partition = partition(owned);
		if (!events.isEmpty()) {
			EventBatch.contiguousRuns(events).forEach((run) -> gather(partition, run));
			owned.took(events.get(events.size() - 1).sequenceNumber());
			this.batches.record(events.size());
		}
		if (partition.mustRollNow()) {
			store(partition);
		}
	}

	/**
	 * Archives what has gathered so far.
	 */
	public void flush(OwnedPartition owned) {
		ColdPartition partition = this.partitions.get(owned.key().partition());
		if (partition != null && partition.owned() == owned) {
			store(partition);
		}
	}

	/**
	 * Frees what a lost partition holds. Where its handler is still at work, taking the
	 * partition again will.
	 */
	@EventListener
	void lost(PartitionLost lost) throws InterruptedException {
		this.owned.atLast(lost.partition(), Duration.ZERO, (partition) -> {
			ColdPartition gathered = this.partitions.get(partition.key().partition());
			if (gathered != null && gathered.owned() == partition) {
				gathered.discardFile();
				this.partitions.remove(partition.key().partition());
			}
		});
	}

	private ColdPartition partition(OwnedPartition owned) {
		ColdPartition known = this.partitions.get(owned.key().partition());
		if (known != null && known.owned() == owned) {
			return known;
		}
		if (known != null) {
			known.discardFile();
		}
		return takeOver(owned);
	}

	private ColdPartition takeOver(OwnedPartition owned) {
		this.archive.finishPending(owned.key());
		this.takeover.settle(owned.key());
		long last = this.retry.call(new Work("Reading the progress", owned.key(), "take over", Dependency.DATABASE),
				() -> this.manifest.progress(owned.key()));
		ColdPartition partition = new ColdPartition(owned, this.files, last);
		this.partitions.put(owned.key().partition(), partition);
		return partition;
	}

	private void gather(ColdPartition partition, List<ReceivedEvent> events) {
		try {
			for (ReceivedEvent event : Contiguity.next(partition.last(), events)) {
				if (partition.mustRollBefore(event)) {
					store(partition);
				}
				partition.append(event);
			}
		}
		catch (JumpException jump) {
			store(partition);
			ProgressKey key = partition.owned().key();
			partition.skipTo(this.retry.call(new Work("Looking for missing events", key, "gap", Dependency.HUB),
					() -> this.jumps.resolve(key, jump)));
			gather(partition, events);
		}
	}

	private void store(ColdPartition partition) {
		LocalFile file = partition.sealedFile();
		if (file == null) {
			return;
		}
		this.archive.store(partition.owned().key(), file);
		partition.owned().committed(new Position(file.last().sequenceNumber(), file.last().enqueuedAt()));
		this.archived.increment(file.events());
		this.checkpoints.put(partition.owned().checkpoint(file.last().sequenceNumber(), file.last().offset()));
		partition.discardFile();
	}

}
