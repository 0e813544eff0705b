package io.commitpipeline.processor.hotpath;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.PartitionLost;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes large transactions of small batches. The SDK bounds what it holds in events, each
 * of which may have a megabyte, so it may hold few; here the bytes are known.
 */
@Component
public class EventGatherer {

	private final OwnedPartitions owned;

	private final CommitCounter counter;

	private final CountingProperties limits;

	private final Clock clock;

	private final Map<Integer, Gathered> partitions = new ConcurrentHashMap<>();

	EventGatherer(OwnedPartitions owned, CommitCounter counter, CountingProperties limits, Clock clock) {
		this.owned = owned;
		this.counter = counter;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * @param events none when none came in time
	 */
	void take(OwnedPartition partition, List<ReceivedEvent> events) {
		Gathered gathered = this.partitions.compute(partition.key().partition(),
				(id, known) -> (known != null && known.partition() == partition) ? known : new Gathered(partition));
		Instant now = this.clock.instant();
		gathered.add(events, now);
		if (!events.isEmpty()) {
			partition.took(events.get(events.size() - 1).sequenceNumber());
		}
		// A batch that is full says that more is on its way, or an empty one: but not
		// when.
		if (events.size() != this.limits.batch() || gathered.isDue(this.limits, now)) {
			this.counter.take(partition, gathered.drain());
		}
	}

	/**
	 * Counts what has gathered so far.
	 */
	public void flush(OwnedPartition partition) {
		Gathered gathered = this.partitions.get(partition.key().partition());
		if (gathered != null && gathered.partition() == partition) {
			this.counter.take(partition, gathered.drain());
		}
	}

	/**
	 * Frees what a lost partition holds, unless its handler is still at work: it will be
	 * read again.
	 */
	@EventListener
	void lost(PartitionLost lost) throws InterruptedException {
		this.owned.atLast(lost.partition(), Duration.ZERO,
				(partition) -> this.partitions.computeIfPresent(partition.key().partition(),
						(id, gathered) -> (gathered.partition() == partition) ? null : gathered));
	}

}
