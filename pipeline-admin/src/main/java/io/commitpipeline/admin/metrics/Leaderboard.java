package io.commitpipeline.admin.metrics;

import java.util.List;

/**
 * Those with the most commits.
 *
 * @param top the first of them, the first first
 * @param size how many there are in all
 */
public record Leaderboard(List<Standing> top, long size) {

	/**
	 * Fewer of them.
	 * @param most how many at most
	 */
	public Leaderboard first(int most) {
		return new Leaderboard(this.top.subList(0, Math.min(most, this.top.size())), this.size);
	}

}
