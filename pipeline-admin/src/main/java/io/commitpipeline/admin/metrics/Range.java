package io.commitpipeline.admin.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A stretch of time up to now, cut into equal steps.
 */
public enum Range {

	/** A quarter of an hour by the minute. */
	LAST_15_MINUTES("15m", "15 min", Duration.ofMinutes(15), Duration.ofMinutes(1)),

	/** An hour by the minute. */
	LAST_HOUR("1h", "1 h", Duration.ofHours(1), Duration.ofMinutes(1)),

	/** A day by the quarter of an hour. */
	LAST_DAY("24h", "24 h", Duration.ofDays(1), Duration.ofMinutes(15));

	private final String key;

	private final String label;

	private final Duration length;

	private final Duration step;

	Range(String key, String label, Duration length, Duration step) {
		this.key = key;
		this.label = label;
		this.length = length;
		this.step = step;
	}

	/**
	 * The range of that name in a URL, or an hour.
	 * @param key the name, may be null
	 * @return the range
	 */
	public static Range of(String key) {
		return Arrays.stream(values()).filter((range) -> range.key.equals(key)).findFirst().orElse(LAST_HOUR);
	}

	public String key() {
		return this.key;
	}

	public String label() {
		return this.label;
	}

	public Duration step() {
		return this.step;
	}

	/**
	 * The starts of the range's steps, the last of which holds the given time.
	 * @param now the time
	 * @return the steps, the oldest first
	 */
	public List<Instant> steps(Instant now) {
		long seconds = this.step.toSeconds();
		Instant last = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
		long count = this.length.dividedBy(this.step);
		return LongStream.range(0, count).mapToObj((i) -> last.minus(this.step.multipliedBy(count - 1 - i))).toList();
	}

}
