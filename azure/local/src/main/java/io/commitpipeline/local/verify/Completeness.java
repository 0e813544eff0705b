package io.commitpipeline.local.verify;

/**
 * What the database says about all runs and partitions.
 *
 * @param missing the largest number of events that any of its questions finds missing
 * @param complete whether all of its questions are answered with yes
 */
public record Completeness(long sent, long rejected, long received, long counted, long duplicates, long quarantined,
		long archived, long files, long gaps, long missing, boolean complete) {
}
