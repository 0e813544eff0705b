package io.commitpipeline.processor.progress;

/**
 * Names one sequence of events: a partition of one incarnation of the hub, as one path
 * reads it.
 */
public record ProgressKey(ConsumerGroup group, int partition, int incarnation) {

	/**
	 * Is it the same partition of the same path, perhaps of another incarnation?
	 */
	public boolean isSamePartition(ProgressKey other) {
		return this.group == other.group && this.partition == other.partition;
	}

	@Override
	public String toString() {
		return "path '%s' of partition %d, incarnation %d".formatted(this.group.id(), this.partition, this.incarnation);
	}

}
