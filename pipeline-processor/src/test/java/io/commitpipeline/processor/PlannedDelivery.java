package io.commitpipeline.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.progress.ConsumerGroup;

/**
 * Hands the same events over in a way that a seed decides: spread over so many
 * partitions, in batches of so many at most, the partitions and paths taking turns, with
 * redeliveries and restarts on the way.
 */
final class PlannedDelivery {

	private final List<List<ReceivedEvent>> partitions = new ArrayList<>();

	private final List<Reader> readers = new ArrayList<>();

	private final Random random;

	private final int largestBatch;

	/** One in so many batches; 0 for none. */
	private final int disturbance;

	private PlannedDelivery(long seed, int partitions, int largestBatch, int disturbance) {
		this.random = new Random(seed);
		this.largestBatch = largestBatch;
		this.disturbance = disturbance;
		for (int i = 0; i < partitions; i++) {
			this.partitions.add(new ArrayList<>());
			this.readers.add(new Reader(ConsumerGroup.HOT, i));
			this.readers.add(new Reader(ConsumerGroup.COLD, i));
		}
	}

	/** The simplest there is. */
	static PlannedDelivery plain(List<ReceivedEvent> events) {
		return new PlannedDelivery(0, 1, events.size(), 0).with(events);
	}

	static PlannedDelivery of(long seed, List<ReceivedEvent> events) {
		Random random = new Random(seed);
		return new PlannedDelivery(seed, 1 + random.nextInt(6), 10 + random.nextInt(200), 5 + random.nextInt(20))
			.with(events);
	}

	/** Events of one key stay in their order. */
	private PlannedDelivery with(List<ReceivedEvent> events) {
		for (ReceivedEvent event : events) {
			List<ReceivedEvent> partition = this.partitions
				.get(Math.floorMod(event.partitionKey().hashCode(), this.partitions.size()));
			partition.add(new ReceivedEvent(partition.size(), "offset:" + partition.size(), event.enqueuedAt(),
					event.partitionKey(), event.properties(), event.body()));
		}
		return this;
	}

	int partitions() {
		return this.partitions.size();
	}

	/**
	 * Delivers until both paths have all.
	 */
	void to(Receiver receiver) {
		receiver.start();
		List<Reader> reading = new ArrayList<>(this.readers);
		while (!reading.isEmpty()) {
			Reader reader = reading.get(this.random.nextInt(reading.size()));
			if (this.disturbance > 0 && this.random.nextInt(this.disturbance) == 0) {
				disturb(receiver, reader);
				reading = new ArrayList<>(this.readers);
			}
			else if (!reader.deliver(receiver)) {
				reading.remove(reader);
			}
		}
	}

	private void disturb(Receiver receiver, Reader reader) {
		if (this.random.nextBoolean()) {
			reader.next = Math.max(0, reader.next - this.random.nextInt(50));
			return;
		}
		receiver.start();
		this.readers.forEach(
				(each) -> each.next = Math.toIntExact(receiver.progress(each.path).applyAsLong(each.partition) + 1));
	}

	@Override
	public String toString() {
		return "%d partitions, batches of %d, disturbed every %d".formatted(this.partitions.size(), this.largestBatch,
				this.disturbance);
	}

	/**
	 * The processor.
	 */
	interface Receiver {

		/** Takes all partitions; what it has in memory is gone. */
		void start();

		/** The last sequence number stored, by partition; -1 for none. */
		ToLongFunction<Integer> progress(ConsumerGroup path);

		/**
		 * @param events none at the end
		 */
		void take(ConsumerGroup path, int partition, List<ReceivedEvent> events);

	}

	/**
	 * One path on its way through one partition.
	 */
	private final class Reader {

		private final ConsumerGroup path;

		private final int partition;

		private int next;

		Reader(ConsumerGroup path, int partition) {
			this.path = path;
			this.partition = partition;
		}

		/**
		 * @return false at the end
		 */
		boolean deliver(Receiver receiver) {
			List<ReceivedEvent> events = PlannedDelivery.this.partitions.get(this.partition);
			int size = 1 + PlannedDelivery.this.random.nextInt(PlannedDelivery.this.largestBatch);
			int end = Math.min(events.size(), this.next + size);
			receiver.take(this.path, this.partition, events.subList(this.next, end));
			boolean more = this.next < end;
			this.next = end;
			return more;
		}

	}

}
