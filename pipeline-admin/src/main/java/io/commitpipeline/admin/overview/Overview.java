package io.commitpipeline.admin.overview;

import java.time.Instant;
import java.util.List;

import io.commitpipeline.admin.completeness.Completeness;
import io.commitpipeline.admin.completeness.CompletenessState;
import io.commitpipeline.admin.completeness.PartitionCompleteness;
import io.commitpipeline.admin.metrics.Activity;

/**
 * All that the page shows.
 *
 * @param at when it was read
 * @param completeness what became of all events
 * @param state the same in one word
 * @param partitions the same by partition
 * @param transport the replay at hand, null if there never was one
 * @param activity commits over time
 * @param leaders those with the most commits
 */
record Overview(Instant at, Completeness completeness, CompletenessState state, List<PartitionCompleteness> partitions,
		Transport transport, Activity activity, Leaders leaders) {
}
