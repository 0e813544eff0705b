package io.commitpipeline.admin.metrics;

import java.util.List;

/**
 * Those with the most commits.
 *
 * @param top the first of them
 * @param size how many there are in all
 */
public record Leaderboard(List<Standing> top, long size) {

	static Leaderboard of(List<Standing> top) {
		return new Leaderboard(top, top.isEmpty() ? 0 : top.get(0).field());
	}

	/**
	 * An author or component among the others.
	 *
	 * @param name the author or component
	 * @param commits its commits
	 * @param linesAdded lines added by them
	 * @param linesDeleted lines deleted by them
	 * @param meanEntropy mean of their entropy
	 * @param share part of the first one's commits, from 0 to 1
	 * @param field how many there are in all
	 */
	public record Standing(String name, long commits, long linesAdded, long linesDeleted, double meanEntropy,
			double share, long field) {
	}

}
