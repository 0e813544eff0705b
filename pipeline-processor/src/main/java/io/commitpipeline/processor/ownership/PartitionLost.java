package io.commitpipeline.processor.ownership;

/**
 * This process reads the partition no more.
 */
public record PartitionLost(OwnedPartition partition) {

}
