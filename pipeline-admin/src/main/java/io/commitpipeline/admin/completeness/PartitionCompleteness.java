package io.commitpipeline.admin.completeness;

/**
 * What became of the events of one partition.
 *
 * @param partitionId the partition
 * @param incarnation which hub of that name it belongs to
 * @param firstSequenceNumber the first event ever taken, null before there is one
 * @param sequenceNumber the last event taken, null before there is one
 * @param received events from the first to the last
 * @param counted events in the metrics
 * @param duplicates events that came again and were dropped
 * @param quarantined events whose content can never be counted
 * @param archived events in the files of the archive
 * @param files files of the archive
 * @param gaps ranges that the hub no longer had when their turn came
 */
public record PartitionCompleteness(int partitionId, int incarnation, Long firstSequenceNumber, Long sequenceNumber,
		long received, long counted, long duplicates, long quarantined, long archived, long files, long gaps) {
}
