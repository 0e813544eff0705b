package io.commitpipeline.admin.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * The time zones that pages can show times in.
 */
public final class Zones {

	/** Where nobody has chosen another. */
	public static final ZoneId STANDARD = ZoneId.of("UTC");

	static final List<String> CHOICES = List.of("UTC", "Africa/Johannesburg", "Africa/Lagos", "America/Chicago",
			"America/Denver", "America/Los_Angeles", "America/New_York", "America/Sao_Paulo", "Asia/Dubai",
			"Asia/Jerusalem", "Asia/Kolkata", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
			"Europe/Berlin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Lisbon", "Europe/London", "Europe/Paris",
			"Europe/Warsaw", "Pacific/Auckland");

	private Zones() {
	}

	/**
	 * The zone of that name.
	 * @param name the name, may be null or nonsense
	 * @return the zone, or UTC
	 */
	public static ZoneId of(String name) {
		try {
			return (name != null) ? ZoneId.of(name) : STANDARD;
		}
		catch (DateTimeException ex) {
			return STANDARD;
		}
	}

}
