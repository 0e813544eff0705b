package io.commitpipeline.processor.ownership;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.retry.Shutdown;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The partitions that this process owns, and one lock for each path and partition: the
 * handler of a lost partition can still be at work when the partition is taken again.
 */
@Component
public class OwnedPartitions {

	private final Map<ConsumerGroup, StartingPoint> starts = new ConcurrentHashMap<>();

	private final Map<Slot, OwnedPartition> owned = new ConcurrentHashMap<>();

	private final Map<Slot, ReentrantLock> locks = new ConcurrentHashMap<>();

	private final Shutdown shutdown;

	private final ApplicationEventPublisher events;

	OwnedPartitions(Shutdown shutdown, ApplicationEventPublisher events) {
		this.shutdown = shutdown;
		this.events = events;
	}

	/**
	 * Partitions taken from now on start here.
	 */
	public void startAt(ConsumerGroup group, StartingPoint start) {
		this.starts.put(group, start);
	}

	public OwnedPartition take(PartitionContext context) {
		Slot slot = Slot.of(context);
		OwnedPartition partition = new OwnedPartition(context, slot.group(), this.starts.get(slot.group()));
		this.owned.put(slot, partition);
		return partition;
	}

	public void lose(PartitionContext context) {
		OwnedPartition partition = this.owned.get(Slot.of(context));
		// It may have been taken again meanwhile.
		if (partition != null && partition.isOf(context) && this.owned.remove(Slot.of(context), partition)) {
			this.events.publishEvent(new PartitionLost(partition));
		}
	}

	public List<OwnedPartition> all() {
		return List.copyOf(this.owned.values());
	}

	/**
	 * Does the work when nothing else works on the partition. Does nothing once shutdown
	 * has begun: what is not recorded as done comes again.
	 */
	public void inTurn(ConsumerGroup group, int partition, Consumer<OwnedPartition> work) {
		Slot slot = new Slot(group, partition);
		ReentrantLock lock = lock(slot);
		lock.lock();
		try {
			OwnedPartition taken = this.owned.get(slot);
			if (taken != null && !this.shutdown.hasBegun()) {
				PathOfThread.run(group, () -> work.accept(taken));
			}
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Does the last work on a partition, after what is going on there.
	 * @return false if that did not end in time
	 */
	public boolean atLast(OwnedPartition partition, Duration patience, Consumer<OwnedPartition> work)
			throws InterruptedException {
		ReentrantLock lock = lock(new Slot(partition.key().group(), partition.key().partition()));
		if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			return false;
		}
		try {
			PathOfThread.run(partition.key().group(), () -> work.accept(partition));
			return true;
		}
		finally {
			lock.unlock();
		}
	}

	private ReentrantLock lock(Slot slot) {
		return this.locks.computeIfAbsent(slot, (absent) -> new ReentrantLock());
	}

	private record Slot(ConsumerGroup group, int partition) {

		static Slot of(PartitionContext context) {
			return new Slot(ConsumerGroup.of(context.getConsumerGroup()), Integer.parseInt(context.getPartitionId()));
		}

	}

}
