package io.commitpipeline.admin.metrics;

import java.time.Instant;
import java.util.List;

/**
 * The metrics of a run, or of all, summed over their partitions.
 *
 * @param at when they were summed
 * @param authors by author
 * @param components by component
 * @param hours by hour of the commits' own clock, without the hours that have none
 * @param entropies by range of entropy
 */
public record Summary(Instant at, Leaderboard authors, Leaderboard components, List<HourCount> hours,
		List<EntropyBucket> entropies) {

	public long commits() {
		return this.hours.stream().mapToLong(HourCount::commits).sum();
	}

}
