package io.commitpipeline.processor.hotpath;

/**
 * What became of a batch's events of one run.
 */
record Outcomes(long counted, long duplicates, long quarantined) {

	static final Outcomes NONE = new Outcomes(0, 0, 0);

	static final Outcomes COUNTED = new Outcomes(1, 0, 0);

	static final Outcomes DUPLICATE = new Outcomes(0, 1, 0);

	static final Outcomes QUARANTINED = new Outcomes(0, 0, 1);

	static Outcomes unquarantined(long events) {
		return new Outcomes(0, 0, -events);
	}

	Outcomes plus(Outcomes other) {
		return new Outcomes(this.counted + other.counted, this.duplicates + other.duplicates,
				this.quarantined + other.quarantined);
	}

}
