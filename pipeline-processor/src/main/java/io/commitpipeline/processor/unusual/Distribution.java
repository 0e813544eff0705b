package io.commitpipeline.processor.unusual;

import java.util.Arrays;
import java.util.List;

/**
 * Counts as shares of their sum.
 */
final class Distribution {

	private Distribution() {
	}

	static double[] shares(long[] counts) {
		double sum = Math.max(1, Arrays.stream(counts).sum());
		return Arrays.stream(counts).mapToDouble((count) -> count / sum).toArray();
	}

	/**
	 * @return the mean of all authors' shares, each author weighing the same
	 */
	static double[] typical(List<long[]> authors) {
		double[] mean = new double[authors.get(0).length];
		for (long[] author : authors) {
			double[] shares = shares(author);
			for (int i = 0; i < mean.length; i++) {
				mean[i] += shares[i] / authors.size();
			}
		}
		return mean;
	}

	/**
	 * @return the class that the middle one of all counted falls into
	 */
	static int median(long[] counts) {
		long half = (Arrays.stream(counts).sum() + 1) / 2;
		long passed = 0;
		for (int i = 0; i < counts.length; i++) {
			passed += counts[i];
			if (passed >= half) {
				return i;
			}
		}
		return 0;
	}

}
