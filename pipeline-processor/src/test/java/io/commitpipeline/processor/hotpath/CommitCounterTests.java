package io.commitpipeline.processor.hotpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommitCounterTests extends CounterSlice {

	private static final UUID NONE = new UUID(0, 0);

	@Test
	void everyTableHoldsWhatAnIndependentCountFinds() {
		List<ReceivedEvent> events = TestEvents.rows(0, 1_999);
		this.counter.take(this.partition, events);
		Recount recount = Recount.of(events);
		assertThat(this.jdbc.queryForMap("""
				select sum(commits)::bigint c, sum(lines_added)::bigint a, sum(lines_deleted)::bigint d,
					sum(entropy_sum)::bigint s, sum(entropy_squares)::bigint q, max(entropy_max) m
				from commits_by_minute where minute = '2026-03-01T10:59:00Z'"""))
			.isEqualTo(recount.minute("2026-03-01T10:59:00Z"));
		assertThat(recount.authorHours(this.jdbc)).isEqualTo(recount.authorHours());
		assertThat(recount.componentHours(this.jdbc)).isEqualTo(recount.componentHours());
		assertThat(recount.entropies(this.jdbc)).isEqualTo(recount.entropies());
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("2000/0/0");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void anyBatchSplitGivesTheSameTables(long seed) {
		List<ReceivedEvent> events = mixture(3_000, seed);
		this.counter.take(this.partition, events);
		Map<String, List<String>> whole = TestDatabaseContents.of(this.jdbc);
		TestDatabaseContents.clear(this.jdbc);
		Random random = new Random(seed);
		for (int start = 0; start < events.size();) {
			int end = Math.min(events.size(), start + 1 + random.nextInt(400));
			// Some of what is known comes again.
			this.counter.take(this.partition, events.subList(Math.max(0, start - random.nextInt(300)), end));
			start = end;
		}
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(whole);
	}

	@Test
	void aRedeliveredBatchCountsOnceAndNowhereElse() {
		this.counter.take(this.partition, TestEvents.rows(0, 99));
		Map<String, List<String>> before = TestDatabaseContents.of(this.jdbc);
		this.counter.take(this.partition, TestEvents.rows(0, 99));
		this.counter.take(this.partition, TestEvents.rows(50, 99));
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(before);
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("100/0/0");
	}

	@Test
	void aRowThatIsSentAgainIsADuplicate() {
		this.counter.take(this.partition, TestEvents.rows(0, 99));
		this.counter.take(this.partition, List.of(TestEvents.row(100, 42), TestEvents.row(101, 100)));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("101/1/0");
		assertThat(this.jdbc.queryForObject("select sum(commits) from commits_by_minute", Long.class)).isEqualTo(101);
	}

	@Test
	void aRowOfARunThatIsFoldedIsADuplicate() {
		this.counter.take(this.partition, TestEvents.rows(0, 99));
		this.jdbc.update("delete from event_outcomes");
		this.jdbc.update("delete from run_windows");
		this.jdbc.update("update runs set folded = true");
		this.counter.take(this.partition, List.of(TestEvents.row(100, 42), TestEvents.row(101, 100)));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("0/2/0");
		assertThat(this.jdbc.queryForObject("select sum(commits) from commits_by_minute", Long.class)).isEqualTo(100);
		assertThat(this.jdbc.queryForList("select * from run_windows")).isEmpty();
	}

	@Test
	void eventsWithoutAnIdentityAreNeverDuplicates() {
		String body = TestEvents.json(7);
		this.counter.take(this.partition,
				List.of(TestEvents.event(0, Map.of(), body), TestEvents.event(1, Map.of("x", 1), body)));
		assertThat(outcomes(NONE)).isEqualTo("2/0/0");
	}

	@Test
	void badEventsInTheMiddleQuarantineOnlyThemselves() {
		byte[] broken = { '{', (byte) 0xff, 0, '}' };
		this.counter.take(this.partition,
				List.of(TestEvents.row(0, 0), TestEvents.event(1, TestEvents.properties(TestEvents.RUN, 1), broken),
						TestEvents.row(2, 2), TestEvents.event(3, Map.of("replay-id", "\0x"), TestEvents.json(3)),
						TestEvents.row(4, 3)));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("3/0/1");
		assertThat(outcomes(NONE)).isEqualTo("0/0/1");
		List<Map<String, Object>> rows = this.jdbc
			.queryForList("select * from quarantined_events order by sequence_number");
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0)).containsEntry("run_id", TestEvents.RUN).containsEntry("run_row", 1L);
		assertThat((byte[]) rows.get(0).get("body")).isEqualTo(broken);
		assertThat(rows.get(1)).containsEntry("run_id", NONE)
			.containsEntry("run_row", null)
			.containsEntry("reason", "replay-id: expected a UUID");
		assertThat(rows.get(1).get("properties")).hasToString("{\"replay-id\":\"\\u0000x\"}");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void whateverComesIsStoredAsCountedOrQuarantined(long seed) {
		List<ReceivedEvent> events = FuzzedEvents.sample(1_000, seed);
		this.counter.take(this.partition, events);
		assertThat(this.jdbc.queryForObject("select sum(counted + duplicates + quarantined) from event_outcomes",
				Long.class))
			.isEqualTo(1_000);
		List<byte[]> quarantined = this.jdbc.queryForList("select body from quarantined_events", byte[].class);
		assertThat(quarantined).hasSizeBetween(100, 900)
			.hasSize(this.jdbc.queryForObject("select sum(quarantined) from event_outcomes", Integer.class))
			.isSubsetOf(events.stream().map(ReceivedEvent::body).toList());
	}

	@Test
	void aQuarantinedRowThatIsSentAgainIsADuplicate() {
		Map<String, Object> identity = TestEvents.properties(TestEvents.RUN, 1);
		this.counter.take(this.partition,
				List.of(TestEvents.event(0, identity, "broken"), TestEvents.event(1, identity, "broken")));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("0/1/1");
	}

	@Test
	void aRowBeyondItsRunIsQuarantinedAndMovesNoWindow() {
		this.counter.take(this.partition,
				List.of(TestEvents.row(0, 0), TestEvents.row(1, 1_000_000_000_000L), TestEvents.row(2, 1)));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("2/0/0");
		assertThat(outcomes(NONE)).isEqualTo("0/0/1");
	}

	@Test
	void whatTheDatabaseRefusesIsFoundAndQuarantinedAlone() {
		String endless = new Random(1).ints(9_000, 'a', 'z').mapToObj(Character::toString).reduce("", String::concat);
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 99));
		for (int poisoned : new int[] { 0, 37, 99 }) {
			events.set(poisoned, TestEvents.event(poisoned, TestEvents.properties(TestEvents.RUN, poisoned),
					TestEvents.json(endless, 1, "/a/b/c", 1, 1, 0.5, poisoned)));
		}
		this.counter.take(this.partition, events);
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("97/0/3");
		assertThat(this.jdbc.queryForList(
				"select sequence_number from quarantined_events where reason like 'The database cannot store it%' order by 1",
				Long.class))
			.containsExactly(0L, 37L, 99L);
		this.counter.take(this.partition, List.of(TestEvents.row(100, 37)));
		assertThat(outcomes(TestEvents.RUN)).isEqualTo("97/1/3");
	}

	/** Good rows, rows sent again, rows out of order, strangers and broken ones. */
	private static List<ReceivedEvent> mixture(int size, long seed) {
		Random random = new Random(seed);
		List<ReceivedEvent> events = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			int kind = random.nextInt(20);
			long row = Math.max(0, i - random.nextInt(200));
			events.add(switch (kind) {
				case 0 -> TestEvents.event(i, TestEvents.properties(TestEvents.RUN, row), "{\"author\":" + i);
				case 1 -> TestEvents.event(i, Map.of(), TestEvents.json(i));
				case 2 -> TestEvents.event(i, Map.of("replay-row", "x"), TestEvents.json(i));
				case 3 -> TestEvents.event(i, TestEvents.properties(new UUID(seed, 1), row), TestEvents.json(row));
				default -> TestEvents.row(i, row);
			});
		}
		return events;
	}

}
