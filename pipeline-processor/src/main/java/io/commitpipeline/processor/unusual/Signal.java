package io.commitpipeline.processor.unusual;

/**
 * In what an author can be unlike the others.
 */
enum Signal {

	/** Phrases that hardly anyone else uses. Alone enough for a finding. */
	WORDS(0.01, 20),

	/** Components that others with the same habits do not touch. */
	COMPONENTS(0.03, 4),

	/** Commits far above the author's own usual entropy. */
	ENTROPY(0.03, 4),

	/** Changes far from the author's own usual size. */
	SIZE(0.03, 4),

	/** Commits when the others hardly commit. */
	HOURS(0.03, 4);

	private final double smallestDeviation;

	private final double mostPoints;

	/**
	 * @param smallestDeviation shares that differ by less than a few of these are the
	 * same, however alike the others are
	 */
	Signal(double smallestDeviation, double mostPoints) {
		this.smallestDeviation = smallestDeviation;
		this.mostPoints = mostPoints;
	}

	double smallestDeviation() {
		return this.smallestDeviation;
	}

	double mostPoints() {
		return this.mostPoints;
	}

}
