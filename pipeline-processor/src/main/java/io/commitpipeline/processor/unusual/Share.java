package io.commitpipeline.processor.unusual;

/**
 * A part of an author's commits.
 */
record Share(double part, double whole) {

	/** Of a normal distribution: what lies beyond happens in one of twenty samples. */
	private static final double QUANTILE = 1.96;

	double value() {
		return (this.whole == 0) ? 0 : this.part / this.whole;
	}

	/**
	 * What the share is at least, given how few commits it was found in (the lower end of
	 * Wilson's interval): an author with few commits is not a finding.
	 */
	double atLeast() {
		if (this.whole == 0) {
			return 0;
		}
		double square = QUANTILE * QUANTILE;
		double middle = value() + square / 2 / this.whole;
		double spread = QUANTILE
				* Math.sqrt(value() * (1 - value()) / this.whole + square / 4 / this.whole / this.whole);
		return Math.max(0, (middle - spread) / (1 + square / this.whole));
	}

	/**
	 * As a person reads it: rounded to a percent, below one to a tenth.
	 */
	String percent() {
		double percent = value() * 100;
		return (percent == 0 || percent >= 1) ? Math.round(percent) + " %" : Math.round(percent * 10) / 10.0 + " %";
	}

}
