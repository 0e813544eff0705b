package io.commitpipeline.admin.replay;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a source, as people write it: {@code day 12, 08:30}, {@code row 4711}, or
 * nothing.
 *
 * @param row the row's number in the order of the replay, null if that does not say it
 * @param time minutes on the commits' own clock, null if that does not say it
 */
public record Spot(Long row, Integer time) {

	/** No place in particular. */
	static final Spot NOWHERE = new Spot(null, null);

	private static final Pattern ROW = Pattern.compile("row ?(\\d[\\d,]{0,14})");

	private static final Pattern TIME = Pattern.compile("(?:day ?)?(\\d{1,6})(?:[, ]+([01]?\\d|2[0-3]):([0-5]\\d))?");

	private static final int MINUTES_A_DAY = 24 * 60;

	/**
	 * Reads it.
	 * @param text as typed; null or blank is nowhere
	 * @throws RefusedException if it says no place
	 */
	static Spot of(String text) {
		String plain = (text != null) ? text.strip().toLowerCase(Locale.ROOT) : "";
		if (plain.isEmpty()) {
			return NOWHERE;
		}
		Matcher row = ROW.matcher(plain);
		if (row.matches()) {
			return new Spot(Long.parseLong(row.group(1).replace(",", "")), null);
		}
		Matcher time = TIME.matcher(plain);
		if (time.matches() && Integer.parseInt(time.group(1)) > 0) {
			return new Spot(null, (Integer.parseInt(time.group(1)) - 1) * MINUTES_A_DAY + number(time.group(2)) * 60
					+ number(time.group(3)));
		}
		throw new RefusedException(
				"Not a place in a source: expected a commit time such as day 12, 08:30, or a row such as row 4711.");
	}

	private static int number(String text) {
		return (text != null) ? Integer.parseInt(text) : 0;
	}

	/**
	 * Reads a place that must be one.
	 * @throws RefusedException if it says no place
	 */
	static Spot required(String text) {
		Spot spot = of(text);
		if (spot.isNowhere()) {
			throw new RefusedException(
					"Say where to go on: a commit time such as day 12, 08:30, or a row such as row 4711.");
		}
		return spot;
	}

	boolean isNowhere() {
		return this.row == null && this.time == null;
	}

	/** As it can be typed again. */
	@Override
	public String toString() {
		if (this.time != null) {
			return String.format(Locale.ROOT, "day %d, %02d:%02d", this.time / MINUTES_A_DAY + 1,
					this.time % MINUTES_A_DAY / 60, this.time % 60);
		}
		return (this.row != null) ? "row " + this.row : "the start";
	}

}
