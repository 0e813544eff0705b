package io.commitpipeline.local.verify.deep;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Counts archived events again, into rows of the same tables. Of a row that came twice
 * the lowest sequence number counts, so events must come in their order.
 */
final class Recount {

	private static final int SECONDS_OF_A_MINUTE = 60;

	private static final int MINUTES_OF_AN_HOUR = 60;

	private static final long LAST_BUCKET = 20;

	private static final long BUCKET_WIDTH = 500;

	private final ToLongFunction<UUID> rowsOfRun;

	private final Set<EventKey> quarantined;

	private final SeenRows seen = new SeenRows();

	private final Habits habits = new Habits();

	private final Map<RowKey, Sums> sums = new HashMap<>();

	private final Map<RowKey, long[]> outcomes = new HashMap<>();

	/**
	 * @param quarantined events that stay in quarantine whatever they hold
	 */
	Recount(ToLongFunction<UUID> rowsOfRun, Set<EventKey> quarantined) {
		this.rowsOfRun = rowsOfRun;
		this.quarantined = quarantined;
	}

	void add(ArchivedEvent event, int incarnation) {
		Optional<RunRow> row = RunRow.of(event.properties(), this.rowsOfRun);
		if (row.isEmpty()) {
			outcome(RunRow.NONE.run(), event, incarnation, Outcome.QUARANTINED);
			return;
		}
		UUID run = row.get().run();
		if (row.get() != RunRow.NONE && !this.seen.add(row.get(), event.partitionId())) {
			outcome(run, event, incarnation, Outcome.DUPLICATE);
			return;
		}
		EventKey key = new EventKey(event.partitionId(), incarnation, event.sequenceNumber());
		Optional<CountedCommit> commit = this.quarantined.contains(key) ? Optional.empty()
				: CountedCommit.of(event.body().getBytes());
		outcome(run, event, incarnation, commit.isPresent() ? Outcome.COUNTED : Outcome.QUARANTINED);
		commit.ifPresent((counted) -> count(run, event, counted));
	}

	Map<RowKey, List<BigInteger>> rows() {
		Map<RowKey, List<BigInteger>> rows = this.habits.rows();
		this.sums.forEach((key, sums) -> rows.put(key,
				key.table().equals(ComparedTables.AUTHOR_ENTROPY) ? sums.commitsOnly() : sums.all()));
		this.outcomes.forEach((key, counts) -> rows.put(key,
				List.of(BigInteger.valueOf(counts[0]), BigInteger.valueOf(counts[1]), BigInteger.valueOf(counts[2]))));
		return rows;
	}

	private void count(UUID run, ArchivedEvent event, CountedCommit commit) {
		int partition = event.partitionId();
		long hour = commit.time() / MINUTES_OF_AN_HOUR;
		long minute = Math.floorDiv(event.enqueuedAt().getEpochSecond(), SECONDS_OF_A_MINUTE);
		long bucket = Math.min(LAST_BUCKET, commit.entropy() / BUCKET_WIDTH);
		sums(new RowKey(ComparedTables.MINUTE, run, partition, "", minute)).add(commit);
		sums(new RowKey(ComparedTables.AUTHOR_HOUR, run, partition, commit.author(), hour)).add(commit);
		sums(new RowKey(ComparedTables.COMPONENT_HOUR, run, partition, commit.component(), hour)).add(commit);
		sums(new RowKey(ComparedTables.AUTHOR_ENTROPY, run, partition, commit.author(), bucket)).add(commit);
		this.habits.add(run, commit);
	}

	private Sums sums(RowKey key) {
		return this.sums.computeIfAbsent(key, (absent) -> new Sums());
	}

	private void outcome(UUID run, ArchivedEvent event, int incarnation, Outcome outcome) {
		RowKey key = new RowKey(ComparedTables.OUTCOMES, run, event.partitionId(), "", incarnation);
		this.outcomes.computeIfAbsent(key, (absent) -> new long[Outcome.values().length])[outcome.ordinal()]++;
	}

	private enum Outcome {

		COUNTED, DUPLICATE, QUARANTINED

	}

}
