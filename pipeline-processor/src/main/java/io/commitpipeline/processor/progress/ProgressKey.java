package io.commitpipeline.processor.progress;

/**
 * Names one sequence of events: a partition of one incarnation of the hub, as one path
 * reads it.
 */
public record ProgressKey(ConsumerGroup group, int partition, int incarnation) {

	@Override
	public String toString() {
		return "path '%s' of partition %d, incarnation %d".formatted(this.group.id(), this.partition, this.incarnation);
	}

}
