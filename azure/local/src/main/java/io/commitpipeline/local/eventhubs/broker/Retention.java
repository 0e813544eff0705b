package io.commitpipeline.local.eventhubs.broker;

import java.time.Duration;
import java.time.Instant;

/**
 * What a namespace keeps of its events; what is more or older goes, in files of 64 MB.
 *
 * @param age how long an event is kept
 * @param bytes how much each partition keeps on disk
 */
public record Retention(Duration age, long bytes) {

	private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE / 2);

	/**
	 * Everything is kept.
	 */
	public static final Retention NONE = new Retention(LONGEST, Long.MAX_VALUE);

	/**
	 * Checks the retention.
	 */
	public Retention {
		if (age.isNegative() || age.isZero() || bytes < 1) {
			throw new IllegalArgumentException(
					"retention: expected an age and a size above 0, not %s and %d".formatted(age, bytes));
		}
		age = (age.compareTo(LONGEST) > 0) ? LONGEST : age;
	}

	/**
	 * Events from before, in milliseconds, are too old.
	 */
	long cutoff(Instant now) {
		return now.toEpochMilli() - this.age.toMillis();
	}

}
