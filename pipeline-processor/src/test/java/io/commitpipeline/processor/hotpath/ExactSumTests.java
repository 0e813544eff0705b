package io.commitpipeline.processor.hotpath;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExactSumTests {

	@Test
	void sumsBeyondALongAreExact() {
		ExactSum sum = new ExactSum();
		sum.add(Long.MAX_VALUE);
		sum.add(Long.MAX_VALUE);
		sum.add(3);
		assertThat(sum.total().toBigIntegerExact())
			.isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO).add(BigInteger.valueOf(3)));
	}

	@Test
	void squaresBeyondALongAreExact() {
		ExactSum sum = new ExactSum();
		sum.addSquare(3_037_000_499L);
		sum.addSquare(3_037_000_500L);
		sum.addSquare(Long.MAX_VALUE);
		assertThat(sum.total().toBigIntegerExact()).isEqualTo(BigInteger.valueOf(3_037_000_499L)
			.pow(2)
			.add(BigInteger.valueOf(3_037_000_500L).pow(2))
			.add(BigInteger.valueOf(Long.MAX_VALUE).pow(2)));
	}

}
