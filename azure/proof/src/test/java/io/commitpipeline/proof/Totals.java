package io.commitpipeline.proof;

import java.math.BigDecimal;

/**
 * Sums over commits.
 *
 * @param commits how many
 * @param linesAdded sum
 * @param linesDeleted sum
 * @param entropy sum, in ten-thousandths
 * @param entropySquares sum of squares of ten-thousandths
 * @param entropyMax the largest, in ten-thousandths
 */
record Totals(long commits, long linesAdded, long linesDeleted, BigDecimal entropy, BigDecimal entropySquares,
		long entropyMax) {

	Totals plus(Totals other) {
		return new Totals(this.commits + other.commits, this.linesAdded + other.linesAdded,
				this.linesDeleted + other.linesDeleted, this.entropy.add(other.entropy),
				this.entropySquares.add(other.entropySquares), Math.max(this.entropyMax, other.entropyMax));
	}

}
