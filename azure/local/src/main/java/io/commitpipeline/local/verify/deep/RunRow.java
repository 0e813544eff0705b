package io.commitpipeline.local.verify.deep;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * The replay identity of an event.
 *
 * @param row negative where the event has none
 */
record RunRow(UUID run, long row) {

	static final RunRow NONE = new RunRow(new UUID(0, 0), -1);

	/**
	 * Reads it from an event's properties; empty if it makes no sense.
	 * @param rowsOfRun how many rows a run has
	 */
	static Optional<RunRow> of(Map<String, String> properties, ToLongFunction<UUID> rowsOfRun) {
		String run = properties.get("replay-id");
		String row = properties.get("replay-row");
		if (run == null && row == null) {
			return Optional.of(NONE);
		}
		if (run == null || row == null || !run.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
				|| !row.matches("\\d{1,18}")) {
			return Optional.empty();
		}
		RunRow identity = new RunRow(UUID.fromString(run), Long.parseLong(row));
		boolean sensible = !identity.run().equals(NONE.run()) && identity.row() < rowsOfRun.applyAsLong(identity.run());
		return sensible ? Optional.of(identity) : Optional.empty();
	}

}
