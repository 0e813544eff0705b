package io.commitpipeline.processor.hub;

/**
 * One partition of the hub at one moment.
 *
 * @param beginSequenceNumber of the oldest event that the hub still has; behind the last
 * one when it has none
 * @param lastSequenceNumber of the newest event, -1 before the first
 */
public record PartitionState(int id, long beginSequenceNumber, long lastSequenceNumber) {

}
