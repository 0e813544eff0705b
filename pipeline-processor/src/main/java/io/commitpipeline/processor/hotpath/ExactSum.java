package io.commitpipeline.processor.hotpath;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum that never overflows and hardly ever leaves a long.
 */
class ExactSum {

	/** The largest number whose square fits into a long. */
	private static final long LARGEST_SQUARED = 3_037_000_499L;

	private long low;

	private BigInteger high = BigInteger.ZERO;

	void add(long value) {
		long sum = this.low + value;
		if (sum < 0) {
			this.high = this.high.add(BigInteger.valueOf(this.low));
			sum = value;
		}
		this.low = sum;
	}

	void addSquare(long value) {
		if (value <= LARGEST_SQUARED) {
			add(value * value);
		}
		else {
			this.high = this.high.add(BigInteger.valueOf(value).pow(2));
		}
	}

	BigDecimal total() {
		return new BigDecimal(this.high.add(BigInteger.valueOf(this.low)));
	}

}
