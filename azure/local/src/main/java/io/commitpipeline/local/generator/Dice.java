package io.commitpipeline.local.generator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that falls the same way for the same seed on every machine and every Java.
 */
final class Dice {

	private final SplittableRandom random;

	private Dice(SplittableRandom random) {
		this.random = random;
	}

	static Dice of(long seed) {
		return new Dice(new SplittableRandom(seed));
	}

	/**
	 * Dice of their own, so that what one author rolls changes nothing for the next.
	 */
	Dice split() {
		return new Dice(this.random.split());
	}

	int below(int bound) {
		return (int) (((this.random.nextLong() >>> 32) * bound) >>> 32);
	}

	double uniform() {
		return (this.random.nextLong() >>> 11) * 0x1.0p-53;
	}

	double between(double low, double high) {
		return low + uniform() * (high - low);
	}

	/**
	 * Close to a normal distribution, never more than 3.5 deviations off: the sum of four
	 * uniform values.
	 */
	double normal(double mean, double deviation) {
		long bits = this.random.nextLong();
		long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
		return mean + deviation * Math.sqrt(3) * (sum / 65536.0 - 2);
	}

	<T> T oneOf(List<T> values) {
		return values.get(below(values.size()));
	}

}
