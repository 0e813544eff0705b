package io.commitpipeline.processor.ownership;

import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.processor.progress.ProgressKey;

/**
 * A partition from the moment this process takes it until it loses it; taken again, it is
 * another one, read anew from its progress row.
 */
public final class OwnedPartition {

	private final ProgressKey key;

	private final PartitionContext context;

	OwnedPartition(ProgressKey key, PartitionContext context) {
		this.key = key;
		this.context = context;
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
