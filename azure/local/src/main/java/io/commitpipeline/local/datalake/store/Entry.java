package io.commitpipeline.local.datalake.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A file or directory as it is at one moment.
 *
 * @param path its path
 * @param directory whether it is a directory
 * @param length the file's length in bytes
 * @param version the moment of its last change, in microseconds since 1970; no two
 * versions of a file share one
 * @param created when it came to be
 * @param properties its properties
 */
public record Entry(PathName path, boolean directory, long length, long version, Instant created,
		Properties properties) {

	/** Tags of the service count 100 ns from the year 1; 0x8DC… is how they look. */
	private static final long TICKS_BEFORE_1970 = 621_355_968_000_000_000L;

	/**
	 * The tag of this version, without quotes.
	 * @return the tag
	 */
	public String etag() {
		return "0x" + Long.toHexString(TICKS_BEFORE_1970 + this.version * 10).toUpperCase(Locale.ROOT);
	}

	public Instant lastModified() {
		return Instant.EPOCH.plus(this.version, ChronoUnit.MICROS);
	}

}
