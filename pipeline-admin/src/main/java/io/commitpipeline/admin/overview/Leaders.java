package io.commitpipeline.admin.overview;

import io.commitpipeline.admin.metrics.Leaderboard;

/**
 * Those with the most commits.
 *
 * @param authors by author
 * @param components by component
 */
record Leaders(Leaderboard authors, Leaderboard components) {
}
