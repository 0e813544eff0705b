package io.commitpipeline.admin.pulse;

import java.time.Duration;
import java.util.Arrays;

/**
 * Events by how long they took, in the processor's buckets: the first ends at 10 ms, each
 * at 1.4 times the one before, and the last takes the rest.
 */
final class Latencies {

	private static final double FIRST_MILLIS = 10;

	private long[] counts = {};

	void add(long[] more) {
		if (more.length > this.counts.length) {
			this.counts = Arrays.copyOf(this.counts, more.length);
		}
		for (int i = 0; i < more.length; i++) {
			this.counts[i] += more[i];
		}
	}

	/**
	 * The time that a part of the events took at most; within a bucket they are taken to
	 * be spread evenly.
	 * @param part from 0 to 1
	 * @return the time, null if there are no events
	 */
	Duration percentile(double part) {
		long all = Arrays.stream(this.counts).sum();
		double rank = part * all;
		long below = 0;
		for (int i = 0; i < this.counts.length; i++) {
			if (this.counts[i] > 0 && below + this.counts[i] >= rank) {
				double lower = (i == 0) ? 0 : end(i - 1);
				double within = (rank - below) / this.counts[i];
				return Duration.ofMillis(Math.round(lower + (end(i) - lower) * within));
			}
			below += this.counts[i];
		}
		return null;
	}

	private static double end(int bucket) {
		return FIRST_MILLIS * Math.pow(2, bucket / 2.0);
	}

}
