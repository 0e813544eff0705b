package io.commitpipeline.processor.events;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which row of which run an event carries.
 *
 * @param runId one pass over one source
 * @param row the row's position in the run, from 0; negative where the event has no
 * identity
 */
public record ReplayIdentity(UUID runId, long row) {

	/**
	 * Events that no replay sent: welcome, and never taken for duplicates.
	 */
	public static final ReplayIdentity NONE = new ReplayIdentity(new UUID(0, 0), -1);

	private static final String RUN = "replay-id";

	private static final String ROW = "replay-row";

	private static final Pattern UUID_TEXT = Pattern
		.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

	private static final Pattern ROW_TEXT = Pattern.compile("\\d{1,18}");

	/**
	 * @throws InvalidEventException if there is an identity and it makes no sense
	 */
	public static ReplayIdentity of(Map<String, Object> properties) throws InvalidEventException {
		Object run = properties.get(RUN);
		Object row = properties.get(ROW);
		if (run == null && row == null) {
			return NONE;
		}
		String runText = checked(RUN, run, UUID_TEXT, "a UUID");
		String rowText = checked(ROW, row, ROW_TEXT, "a row number");
		UUID runId = UUID.fromString(runText);
		if (runId.equals(NONE.runId())) {
			throw new InvalidEventException(RUN + ": names no run");
		}
		return new ReplayIdentity(runId, Long.parseLong(rowText));
	}

	public boolean isPresent() {
		return this.row >= 0;
	}

	private static String checked(String property, Object value, Pattern pattern, String expected)
			throws InvalidEventException {
		String text = String.valueOf(value);
		if (!pattern.matcher(text).matches()) {
			throw new InvalidEventException(property + ": expected " + expected);
		}
		return text;
	}

}
