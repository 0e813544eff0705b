package io.commitpipeline.processor.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hotpath.Recounting;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Shutdown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = RetentionTests.Slice.class, webEnvironment = WebEnvironment.NONE)
@LocalAzureTest
class FoldedRunsTests {

	private static final RetentionProperties DAYS = new RetentionProperties(Duration.ofDays(1), Duration.ofDays(3),
			Duration.ofDays(6));

	private static final UUID OTHER = new UUID(1, 2);

	private static final String COMPLETENESS = """
			select format('sent %s, received %s, counted %s, quarantined %s, missing %s',
				sent, received, counted, quarantined, sent - counted - quarantined)
			from completeness""";

	@Autowired
	private Deletions deletions;

	@Autowired
	private FoldedRuns folded;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Shutdown shutdown;

	/** Two passes of a replay, of the first of which a row is quarantined. */
	@BeforeEach
	void countTwoPasses() {
		TestDatabaseContents.clear(this.jdbc);
		this.jdbc.update("delete from rejected_rows");
		this.jdbc.update("delete from runs");
		this.jdbc.update("delete from replays");
		this.jdbc.update("insert into replays (id, source) values (?, 'test.csv')", new UUID(3, 4));
		List.of(TestEvents.RUN, OTHER).forEach(this::run);
		this.jdbc.update("insert into rejected_rows (run_id, line, reason) values (?, 7, 'no commit')", OTHER);
		ProgressKey key = new ProgressKey(ConsumerGroup.HOT, 1, this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class));
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 999));
		for (int row = 500; row < 1_000; row++) {
			events.set(row, TestEvents.event(row, TestEvents.properties(OTHER, row - 500), TestEvents.json(row)));
		}
		events.set(7, TestEvents.event(7, TestEvents.properties(TestEvents.RUN, 7), "?"));
		new Recounting(this.jdbc, new TransactionTemplate(this.transactions)).count(key, events);
	}

	@Test
	void ofOldRunsOnlyTheSumsStayAndTheProofHolds() {
		String before = text(COMPLETENESS);
		cleanUpAfter(Duration.ofDays(5));
		assertThat(text(COMPLETENESS)).isEqualTo(before)
			.isEqualTo("sent 1000, received 1000, counted 999, quarantined 1, missing 0");
		assertThat(List.of("event_outcomes", "run_windows", "run_completeness", "rejected_rows"))
			.allMatch((table) -> runs(table).isEmpty());
		assertThat(text(
				"select format('%s: %s of %s, %s quarantined', runs, counted, sent, quarantined) from folded_runs"))
			.isEqualTo("2: 999 of 1000, 1 quarantined");
		assertThat(text("""
				select string_agg(metric || ' ' || counted, ', ' order by metric) from deleted_totals
				where run_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'""")).isEqualTo(
				"commits_by_author_entropy 999, commits_by_author_hour 999, commits_by_component_hour 999, commits_by_minute 999, quarantined_events 1");
		assertThat(runs("deleted_totals")).hasSize(1);
	}

	@Test
	void foldingAgainChangesNothing() {
		cleanUpAfter(Duration.ofDays(5));
		cleanUpAfter(Duration.ofDays(6));
		assertThat(text("select sent || ' ' || counted from folded_runs")).isEqualTo("1000 999");
	}

	@Test
	void aRunWithAnEventInQuarantineStaysUntilThatIsGone() {
		cleanUpAfter(Duration.ofDays(2));
		assertThat(runs("event_outcomes")).containsExactly(TestEvents.RUN);
		assertThat(runs("run_windows")).containsExactly(TestEvents.RUN);
	}

	@Test
	void aRunThatLacksARowStaysForAllToSee() {
		this.jdbc.update("update runs set next_row = 501 where id = ?", OTHER);
		cleanUpAfter(Duration.ofDays(5));
		assertThat(runs("event_outcomes")).containsExactly(OTHER);
		assertThat(text("select missing::text from run_completeness")).isEqualTo("1");
	}

	@Test
	void aRunThatIsNotOverStays() {
		this.jdbc.update("update runs set finished_at = null where id = ?", OTHER);
		cleanUpAfter(Duration.ofDays(5));
		assertThat(runs("run_windows")).containsExactly(OTHER);
	}

	private void run(UUID run) {
		this.jdbc.update("""
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions,
					next_row, finished_at)
				values (?, ?, '', 'time', 500, 500, 4, 500, ?)""", run, new UUID(3, 4),
				TestEvents.START.atOffset(ZoneOffset.UTC));
	}

	private void cleanUpAfter(Duration time) {
		Instant now = TestEvents.START.plus(time);
		Retention retention = new Retention(this.deletions, this.folded, DAYS, Clock.fixed(now, ZoneOffset.UTC),
				this.shutdown);
		TestDatabaseContents.asProcessor(this.jdbc, this.transactions, retention::cleanUp);
	}

	private List<UUID> runs(String table) {
		return this.jdbc.queryForList("select distinct run_id from " + table + " order by 1", UUID.class);
	}

	private String text(String sql) {
		return this.jdbc.queryForObject(sql, String.class);
	}

}
