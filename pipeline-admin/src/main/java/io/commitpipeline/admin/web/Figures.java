package io.commitpipeline.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes figures for people, times in the zone of the reader's choice.
 */
public final class Figures {

	private static final List<String> BYTES = List.of("B", "KB", "MB", "GB", "TB", "PB");

	private static final int MINUTES_A_DAY = 24 * 60;

	private static final DateTimeFormatter DATE_TIME = formatter("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter TIME = formatter("HH:mm");

	private static final DateTimeFormatter DAY_TIME = formatter("MMM d, HH:mm");

	private final ZoneId zone;

	Figures(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * The rows of a table as HTML, with all that they hold escaped.
	 */
	public String rows(Table<?> table) {
		return TableBody.of(table, this);
	}

	String text(Column.Kind kind, Object value) {
		if (value == null) {
			return "–";
		}
		return switch (kind) {
			case COUNT -> count((Number) value);
			case BYTES -> bytes(((Number) value).longValue());
			case ENTROPY -> entropy(((Number) value).doubleValue());
			case SECONDS -> format("%.2f", ((Number) value).doubleValue());
			case SHARE -> percent(((Number) value).doubleValue());
			case TIME -> dateTime((Instant) value);
			case DURATION -> duration((Duration) value);
			case TEXT, SENTENCE, CODE, STATE -> value.toString();
		};
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

	public String decimal(double value) {
		return format("%.1f", value);
	}

	public String rate(Number perSecond) {
		double value = perSecond.doubleValue();
		return (value < 10 && value != Math.rint(value)) ? format("%.1f/s", value) : format("%,.0f/s", value);
	}

	public String bytes(long bytes) {
		double value = bytes;
		int unit = 0;
		while (value >= 999.5 && unit < BYTES.size() - 1) {
			value /= 1000;
			unit++;
		}
		return format((unit == 0 || value >= 99.95) ? "%.0f %s" : "%.1f %s", value, BYTES.get(unit));
	}

	/**
	 * How long something took that is short.
	 */
	public String latency(Duration duration) {
		long millis = duration.toMillis();
		if (millis < 1_000) {
			return format("%d ms", millis);
		}
		return (millis < 60_000) ? format("%.1f s", millis / 1000.0) : duration(duration);
	}

	public String dateTime(Instant time) {
		return DATE_TIME.withZone(this.zone).format(time);
	}

	public String time(Instant time) {
		return TIME.withZone(this.zone).format(time);
	}

	public String dayTime(Instant time) {
		return DAY_TIME.withZone(this.zone).format(time);
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
		if (duration.toDays() > 0) {
			return format("%,d d %d h", duration.toDays(), duration.toHoursPart());
		}
		if (duration.toHours() > 0) {
			return format("%d h %d min", duration.toHours(), duration.toMinutesPart());
		}
		if (duration.toMinutes() > 0) {
			return format("%d min %d s", duration.toMinutes(), duration.toSecondsPart());
		}
		return format("%d s", duration.toSeconds());
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ENGLISH, format, values);
	}

}
