package io.commitpipeline.local.eventhubs.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;
import io.commitpipeline.local.files.Durability;

/**
 * An event hub.
 */
public final class Hub implements AutoCloseable {

	private final HubDefinition definition;

	private final Instant createdAt;

	private final List<Partition> partitions = new ArrayList<>();

	private final AtomicInteger turn = new AtomicInteger();

	private Hub(HubDefinition definition, Instant createdAt) {
		this.definition = definition;
		this.createdAt = createdAt;
	}

	static Hub open(Path directory, HubDefinition definition, boolean fsync, Clock clock) throws IOException {
		new Durability(fsync).createDirectories(directory);
		HubFile file = HubFile.openOrCreate(directory, definition, clock.instant());
		Hub hub = new Hub(definition, file.createdAt());
		for (int id = 0; id < definition.partitions(); id++) {
			hub.partitions.add(Partition.open(directory.resolve("partition-" + id), fsync, clock));
		}
		return hub;
	}

	/**
	 * The hub's name.
	 */
	public String name() {
		return this.definition.name();
	}

	HubDefinition definition() {
		return this.definition;
	}

	/**
	 * When the hub was first opened in its directory.
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * How many partitions there are; their ids are the numbers below.
	 */
	public int partitionCount() {
		return this.partitions.size();
	}

	/**
	 * Finds a partition.
	 * @param id its number in decimal
	 * @return the partition
	 * @throws RefusedException if there is none of that id
	 */
	public Partition partition(String id) throws RefusedException {
		for (int number = 0; number < this.partitions.size(); number++) {
			if (Integer.toString(number).equals(id)) {
				return this.partitions.get(number);
			}
		}
		throw new RefusedException(Reason.OUT_OF_RANGE,
				"The specified partition is invalid for an EventHub partition sender or receiver. "
						+ "It should be between 0 and %d.".formatted(this.partitions.size() - 1));
	}

	/**
	 * The partition in which all events of a key meet.
	 * @param key a partition key
	 * @return its partition
	 */
	public Partition partitionOf(String key) {
		return this.partitions.get(PartitionKeyHash.partition(key, this.partitions.size()));
	}

	/**
	 * The partition whose turn it is.
	 */
	public Partition nextPartition() {
		return this.partitions.get(Math.floorMod(this.turn.getAndIncrement(), this.partitions.size()));
	}

	/**
	 * Checks that a consumer group is there.
	 * @param group its name
	 * @throws RefusedException if it is not
	 */
	public void requireGroup(String group) throws RefusedException {
		if (!this.definition.hasGroup(group)) {
			throw RefusedException.notFound("%s/ConsumerGroups/%s".formatted(name(), group));
		}
	}

	void retain(Retention retention) throws IOException {
		for (Partition partition : this.partitions) {
			partition.retain(retention);
		}
	}

	@Override
	public void close() throws IOException {
		for (Partition partition : this.partitions) {
			partition.close();
		}
	}

}
