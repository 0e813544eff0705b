package io.commitpipeline.local.generator;

import java.util.Arrays;

/**
 * Chooses an index, each as often as its weight says.
 */
final class Weighted {

	private final double[] upTo;

	Weighted(double[] weights) {
		this.upTo = weights.clone();
		Arrays.parallelPrefix(this.upTo, Double::sum);
	}

	int choose(Dice dice) {
		double at = dice.uniform() * this.upTo[this.upTo.length - 1];
		int found = Arrays.binarySearch(this.upTo, at);
		return Math.min((found >= 0) ? found + 1 : -found - 1, this.upTo.length - 1);
	}

	/**
	 * Splits a whole by the weights, without a remainder.
	 */
	long[] share(long whole) {
		double total = this.upTo[this.upTo.length - 1];
		long[] shares = new long[this.upTo.length];
		long given = 0;
		for (int i = 0; i < shares.length; i++) {
			long until = (i == shares.length - 1) ? whole : Math.round(whole * (this.upTo[i] / total));
			shares[i] = until - given;
			given = until;
		}
		return shares;
	}

}
