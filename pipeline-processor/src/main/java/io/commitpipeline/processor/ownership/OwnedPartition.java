package io.commitpipeline.processor.ownership;

import java.time.Instant;

import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.Position;
import io.commitpipeline.processor.progress.ProgressKey;

/**
 * A partition from the moment this process takes it until it loses it; taken again, it is
 * another one, read anew from its progress row.
 */
public final class OwnedPartition {

	private final ProgressKey key;

	private final PartitionContext context;

	private final Instant hubCreatedAt;

	private final Position start;

	private volatile long taken;

	private volatile Position committed;

	OwnedPartition(PartitionContext context, ConsumerGroup group, StartingPoint start) {
		int partition = Integer.parseInt(context.getPartitionId());
		this.context = context;
		this.key = new ProgressKey(group, partition, start.incarnation());
		this.hubCreatedAt = start.hubCreatedAt();
		this.start = start.position(partition);
		this.taken = this.start.sequenceNumber();
		this.committed = this.start;
	}

	/**
	 * Everything up to this event has come, and is in memory or further.
	 */
	public void took(long sequenceNumber) {
		this.taken = sequenceNumber;
	}

	/**
	 * Everything up to this event is dealt with for good.
	 */
	public void committed(Position position) {
		this.committed = position;
	}

	/**
	 * @return what was dealt with before the partition was taken
	 */
	public Position start() {
		return this.start;
	}

	public long taken() {
		return this.taken;
	}

	public Position committed() {
		return this.committed;
	}

	/**
	 * @return when the hub was created that this partition was taken of
	 */
	public Instant hubCreatedAt() {
		return this.hubCreatedAt;
	}

	public ProgressKey key() {
		return this.key;
	}

	public Checkpoint checkpoint(long sequenceNumber, String offset) {
		return new Checkpoint().setFullyQualifiedNamespace(this.context.getFullyQualifiedNamespace())
			.setEventHubName(this.context.getEventHubName())
			.setConsumerGroup(this.context.getConsumerGroup())
			.setPartitionId(this.context.getPartitionId())
			.setSequenceNumber(sequenceNumber)
			.setOffsetString(offset);
	}

	boolean isOf(PartitionContext other) {
		return this.context == other;
	}

	@Override
	public String toString() {
		return "partition " + this.key.partition() + " of path '" + this.key.group().id() + "'";
	}

}
