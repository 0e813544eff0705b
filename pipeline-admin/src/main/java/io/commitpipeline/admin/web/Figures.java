package io.commitpipeline.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes figures for people. Times are in UTC.
 */
public final class Figures {

	private static final DateTimeFormatter DATE_TIME = formatter("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter TIME = formatter("HH:mm");

	private static final DateTimeFormatter DAY_TIME = formatter("MMM d, HH:mm");

	private static final int MINUTES_A_DAY = 24 * 60;

	Figures() {
	}

	public String count(Number number) {
		return format("%,d", number.longValue());
	}

	public String percent(double part) {
		return format("%.1f %%", Math.floor(part * 1000) / 10);
	}

	public String entropy(double value) {
		return format("%.3f", value);
	}

	public String rate(Number perSecond) {
		double value = perSecond.doubleValue();
		return (value < 10 && value != Math.rint(value)) ? format("%.1f/s", value) : format("%,.0f/s", value);
	}

	public String dateTime(Instant time) {
		return DATE_TIME.format(time);
	}

	public String time(Instant time) {
		return TIME.format(time);
	}

	public String dayTime(Instant time) {
		return DAY_TIME.format(time);
	}

	/**
	 * The commits' own clock, which has no year and no month.
	 * @param minutes minutes since the start of the month
	 * @return the day and time of day
	 */
	public String commitTime(int minutes) {
		return format("day %d, %02d:%02d", minutes / MINUTES_A_DAY + 1, minutes % MINUTES_A_DAY / 60, minutes % 60);
	}

	public String duration(Duration duration) {
		if (duration.toHours() > 0) {
			return format("%,d h %d min", duration.toHours(), duration.toMinutesPart());
		}
		if (duration.toMinutes() > 0) {
			return format("%d min %d s", duration.toMinutes(), duration.toSecondsPart());
		}
		return format("%d s", duration.toSeconds());
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ENGLISH, format, values);
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

}
