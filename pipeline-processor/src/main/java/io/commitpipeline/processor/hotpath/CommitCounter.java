package io.commitpipeline.processor.hotpath;

import java.util.List;
import java.util.function.Supplier;

import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.events.EventBatch;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.JumpException;
import io.commitpipeline.processor.progress.Jumps;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Dependency;
import io.commitpipeline.processor.retry.InPlaceRetry;
import io.commitpipeline.processor.retry.Work;

import org.springframework.stereotype.Component;

/**
 * Takes batches until they are counted. A batch is never skipped: it is tried again for
 * as long as it takes, and only single events that can never be counted are quarantined.
 */
@Component
class CommitCounter {

	private final PoisonIsolation isolation;

	private final Jumps jumps;

	private final InPlaceRetry retry;

	private final CheckpointCopies checkpoints;

	private final HotPathMetrics metrics;

	private final Latencies latencies;

	CommitCounter(HotPathTransaction transaction, Jumps jumps, InPlaceRetry retry, CheckpointCopies checkpoints,
			HotPathMetrics metrics, Latencies latencies) {
		this.isolation = new PoisonIsolation(transaction);
		this.jumps = jumps;
		this.retry = retry;
		this.checkpoints = checkpoints;
		this.metrics = metrics;
		this.latencies = latencies;
	}

	void take(OwnedPartition partition, List<ReceivedEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		this.metrics.batch(events.size());
		EventBatch.contiguousRuns(events).forEach((run) -> count(partition.key(), run));
		this.latencies.counted(partition.key().partition(), events);
		ReceivedEvent last = events.get(events.size() - 1);
		partition.committed(new Position(last.sequenceNumber(), last.enqueuedAt()));
		this.checkpoints.put(partition.checkpoint(last.sequenceNumber(), last.offset()));
	}

	private void count(ProgressKey key, List<ReceivedEvent> events) {
		try {
			this.isolation.count(key, events, (transaction) -> store(key, transaction));
		}
		catch (JumpException jump) {
			this.retry.call(new Work("Looking for missing events", key, "gap", Dependency.HUB),
					() -> this.jumps.resolve(key, jump));
			count(key, events);
		}
	}

	private void store(ProgressKey key, Supplier<Outcomes> transaction) {
		Work counting = new Work("Counting", key, "count", Dependency.DATABASE);
		this.metrics.outcomes(this.retry.call(counting, () -> this.metrics.timed(transaction)));
	}

}
