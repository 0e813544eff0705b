package io.commitpipeline.local.datalake.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Dates as HTTP writes them.
 */
public final class HttpDates {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
		.withZone(ZoneOffset.UTC);

	private HttpDates() {
	}

	public static String format(Instant instant) {
		return FORMAT.format(instant);
	}

	static Instant parse(String text) {
		try {
			return Instant.from(FORMAT.parse(text));
		}
		catch (DateTimeParseException ex) {
			throw ServiceError.INVALID_HEADER.exception();
		}
	}

}
