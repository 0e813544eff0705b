package io.commitpipeline.producer.pacing;

/**
 * How fast rows go out: at a rate, along the commits' own clock, or without a limit.
 *
 * @param rate rows per second; null if that is not what counts
 * @param speedUp minutes of the commits' own clock per minute; null if that is not what
 * counts
 */
public record Tempo(Integer rate, Integer speedUp) {

	/** As fast as possible. */
	public static final Tempo UNLIMITED = new Tempo(null, null);

	public boolean isUnlimited() {
		return this.rate == null && this.speedUp == null;
	}

	public boolean followsClock() {
		return this.speedUp != null;
	}

}
