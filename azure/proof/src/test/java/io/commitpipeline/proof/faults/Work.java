package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.time.OffsetDateTime;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Watches whether work goes on.
 */
final class Work {

	private static final int PARTITIONS = 4;

	private Work() {
	}

	/** From now on each partition of the hot path has to advance in time. */
	static void expect(Stage stage, String when, Duration patience, Findings findings) {
		OffsetDateTime since = stage.database().now();
		try {
			await(stage, since, patience);
		}
		catch (ConditionTimeoutException ex) {
			findings.complaints()
				.add("%s only %d of %d partitions advance within %s".formatted(when, advanced(stage, since), PARTITIONS,
						patience));
		}
	}

	/** Until each partition of both paths has made progress. */
	static void awaitBegun(Stage stage, Duration patience) {
		Awaitility.await()
			.atMost(patience)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> stage.database()
				.query("select count(distinct (path, partition_id)) from progress where sequence_number is not null",
						(row) -> row.getInt(1))
				.get(0) == 2 * PARTITIONS);
	}

	/** Until each partition of the hot path has advanced. */
	static void await(Stage stage, OffsetDateTime since, Duration patience) {
		Awaitility.await()
			.atMost(patience)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> advanced(stage, since) == PARTITIONS);
	}

	private static int advanced(Stage stage, OffsetDateTime since) {
		return stage.database()
			.query("select count(*) from progress where path = 'hot' and updated_at > ?", (row) -> row.getInt(1), since)
			.get(0);
	}

}
