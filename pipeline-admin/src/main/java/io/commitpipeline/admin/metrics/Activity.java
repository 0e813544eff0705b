package io.commitpipeline.admin.metrics;

import java.time.Instant;
import java.util.List;

/**
 * Commits over a range of time.
 *
 * @param range the range
 * @param points one per step, the oldest first
 * @param lastCommitAt the last minute in which commits came, if they ever did
 */
public record Activity(Range range, List<Point> points, Instant lastCommitAt) {

	public boolean isEmpty() {
		return this.points.stream().allMatch((point) -> point.commitsPerMinute() == 0);
	}

	public double peak() {
		return this.points.stream().mapToDouble(Point::commitsPerMinute).max().orElse(0);
	}

	/**
	 * One step of the range.
	 *
	 * @param at when it starts
	 * @param commitsPerMinute commits that the hub took a minute
	 */
	public record Point(Instant at, double commitsPerMinute) {
	}

}
