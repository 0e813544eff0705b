package io.commitpipeline.admin.metrics;

/**
 * Commits of an hour of the commits' own clock.
 *
 * @param hour hours since the start of the data set's month
 * @param commits how many
 * @param meanEntropy mean of their entropy
 */
public record HourCount(int hour, long commits, double meanEntropy) {

	private static final int HOURS_A_DAY = 24;

	/** From 1. */
	public int day() {
		return this.hour / HOURS_A_DAY + 1;
	}

	public int hourOfDay() {
		return this.hour % HOURS_A_DAY;
	}

}
