package io.commitpipeline.admin.overview;

import java.util.List;

import io.commitpipeline.admin.metrics.Leaderboard;
import io.commitpipeline.admin.metrics.Summary;

/**
 * Those with the most commits.
 *
 * @param authors by author
 * @param components by component
 * @param summed whether that is known yet
 */
record Leaders(Leaderboard authors, Leaderboard components, boolean summed) {

	private static final int LIMIT = 10;

	private static final Leaderboard NOBODY = new Leaderboard(List.of(), 0);

	static final Leaders UNKNOWN = new Leaders(NOBODY, NOBODY, false);

	static Leaders of(Summary summary) {
		return new Leaders(summary.authors().first(LIMIT), summary.components().first(LIMIT), true);
	}

}
