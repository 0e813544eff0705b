package io.commitpipeline.admin.replay;

import java.util.Locale;

/**
 * How fast rows are to go out; without both, as fast as possible.
 *
 * @param rate commits per second, null if that does not say it
 * @param speedUp minutes of the commits' own clock per minute, null if that does not say
 * it
 */
public record Pace(Integer rate, Integer speedUp) {

	private static final int MINUTES_A_MONTH = 30 * 24 * 60;

	private static final int MOST = 1_000_000;

	/**
	 * Reads the form.
	 * @param kind {@code rate}, {@code clock} or {@code max}
	 * @param rate commits per second, for a rate
	 * @param minutes in how many minutes the commits' month passes, for the clock
	 * @throws RefusedException if that is no pace
	 */
	static Pace of(String kind, Integer rate, Integer minutes) {
		return switch (kind) {
			case "max" -> new Pace(null, null);
			case "rate" -> new Pace(require(rate, "The rate must be from 1 to 1,000,000 commits per second."), null);
			case "clock" -> new Pace(null, Math.max(1,
					MINUTES_A_MONTH / require(minutes, "The month must take from 1 to 1,000,000 minutes.")));
			default -> throw new RefusedException("Not a pace: expected rate, clock or max.");
		};
	}

	private static int require(Integer number, String sentence) {
		if (number == null || number < 1 || number > MOST) {
			throw new RefusedException(sentence);
		}
		return number;
	}

	/** Which of the three it is. */
	public String kind() {
		if (this.rate != null) {
			return "rate";
		}
		return (this.speedUp != null) ? "clock" : "max";
	}

	/**
	 * In how many minutes the commits' month passes; null where the clock does not set
	 * the pace.
	 */
	public Integer minutes() {
		return (this.speedUp != null) ? Math.max(1, Math.round((float) MINUTES_A_MONTH / this.speedUp)) : null;
	}

	@Override
	public String toString() {
		if (this.rate != null) {
			return String.format(Locale.ENGLISH, "%,d commits/s", this.rate);
		}
		return (this.speedUp != null) ? String.format(Locale.ENGLISH, "the month in %,d min", minutes())
				: "as fast as possible";
	}

}
