package io.commitpipeline.processor.unusual;

import java.util.Arrays;

/**
 * What is typical of all authors, not moved by a few who are not.
 *
 * @param median of their shares
 * @param deviation from it that is usual
 */
record Deviations(double median, double deviation) {

	/** Makes the median deviation of a normal distribution its standard deviation. */
	private static final double TO_STANDARD = 1.4826;

	/** So many deviations are nothing yet. */
	private static final double USUAL = 3;

	static Deviations of(double[] shares) {
		double median = median(shares);
		double[] off = Arrays.stream(shares).map((share) -> Math.abs(share - median)).toArray();
		return new Deviations(median, TO_STANDARD * median(off));
	}

	double points(Signal signal, double share) {
		double deviations = (share - this.median) / Math.max(this.deviation, signal.smallestDeviation());
		double points = Math.min(Math.max(0, deviations - USUAL), signal.mostPoints());
		return Math.round(points * 100) / 100.0;
	}

	static double median(double[] values) {
		if (values.length == 0) {
			return 0;
		}
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
