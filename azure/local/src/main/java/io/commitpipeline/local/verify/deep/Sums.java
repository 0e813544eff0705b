package io.commitpipeline.local.verify.deep;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What commits add up to.
 */
final class Sums {

	private long commits;

	private long linesAdded;

	private long linesDeleted;

	private BigInteger entropy = BigInteger.ZERO;

	private BigInteger entropySquares = BigInteger.ZERO;

	private long entropyMax;

	void add(CountedCommit commit) {
		BigInteger value = BigInteger.valueOf(commit.entropy());
		this.commits++;
		this.linesAdded += commit.linesAdded();
		this.linesDeleted += commit.linesDeleted();
		this.entropy = this.entropy.add(value);
		this.entropySquares = this.entropySquares.add(value.multiply(value));
		this.entropyMax = Math.max(this.entropyMax, commit.entropy());
	}

	List<BigInteger> commitsOnly() {
		return List.of(BigInteger.valueOf(this.commits));
	}

	List<BigInteger> all() {
		return Arrays.asList(BigInteger.valueOf(this.commits), BigInteger.valueOf(this.linesAdded),
				BigInteger.valueOf(this.linesDeleted), this.entropy, this.entropySquares,
				BigInteger.valueOf(this.entropyMax));
	}

}
