package io.commitpipeline.processor.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = RetentionTests.Slice.class, webEnvironment = WebEnvironment.NONE)
@LocalAzureTest
class RetentionTests {

	private static final RetentionProperties DAYS = new RetentionProperties(Duration.ofDays(1), Duration.ofDays(3),
			Duration.ofDays(6));

	private static final List<String> METRICS = List.of("commits_by_minute", "commits_by_author_hour",
			"commits_by_component_hour", "commits_by_author_entropy");

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

	private ProgressKey key;

	/** A row each 100 ms from the start, of two runs one after the other. */
	@BeforeEach
	void countTwoRuns() {
		TestDatabaseContents.clear(this.jdbc);
		this.key = new ProgressKey(ConsumerGroup.HOT, 1, this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class));
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 2_999));
		for (int row = 1_500; row < 3_000; row++) {
			events.set(row, TestEvents.event(row, TestEvents.properties(new UUID(1, 2), row), TestEvents.json(row)));
		}
		events.set(7, TestEvents.event(7, TestEvents.properties(TestEvents.RUN, 7), "?"));
		new Recounting(this.jdbc, new TransactionTemplate(this.transactions)).count(this.key, events);
	}

	@Test
	void nothingIsDeletedBeforeItsTime() {
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(1)));
		assertThat(this.jdbc.queryForList("select * from deleted_totals")).isEmpty();
		assertAllIsThere();
	}

	@Test
	void minutesGoOneByOneAndTheirCommitsIntoTheTotals() {
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(1)).plusSeconds(125));
		assertThat(this.jdbc.queryForObject("select min(minute)::text from commits_by_minute", String.class))
			.contains("11:00:00");
		assertThat(this.jdbc.queryForList("select metric || ' ' || counted from deleted_totals", String.class))
			.containsExactly("commits_by_minute 1199");
		assertAllIsThere();
	}

	@Test
	void aRunWhoseLastMinuteIsGoneGoesWholeAndTheOtherStays() {
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(1)).plusSeconds(181));
		assertThat(runs("commits_by_author_hour")).containsExactly(new UUID(1, 2));
		assertThat(runs("habits")).containsExactly(new UUID(1, 2));
		assertThat(runs("run_windows")).hasSize(2);
		assertAllIsThere();
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(2)));
		assertThat(METRICS).allMatch((table) -> runs(table).isEmpty());
		assertThat(runs("quarantined_events")).hasSize(1);
		assertAllIsThere();
	}

	@Test
	void quarantineHasItsOwnTime() {
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(4)));
		assertThat(runs("quarantined_events")).isEmpty();
		assertAllIsThere();
	}

	@Test
	void theAuditHasItsOwnTime() {
		this.jdbc.update("delete from audit");
		this.jdbc.update("""
				insert into audit (at, actor, action, subject, result)
				select timestamptz '2026-03-01 10:58Z' + n * interval '1 minute', 'ann', 'login', 'row ' || n, 'done'
				from generate_series(0, 1500) n""");
		cleanUpAt(TestEvents.START.plus(Duration.ofDays(6)).plus(Duration.ofMinutes(1_400)));
		assertThat(this.jdbc.queryForObject("select min(subject) || ' ' || count(*) from audit", String.class))
			.isEqualTo("row 1400 101");
	}

	private void cleanUpAt(Instant now) {
		Retention retention = new Retention(this.deletions, this.folded, DAYS, Clock.fixed(now, ZoneOffset.UTC),
				this.shutdown);
		TestDatabaseContents.asProcessor(this.jdbc, this.transactions, retention::cleanUp);
	}

	private List<UUID> runs(String table) {
		return this.jdbc.queryForList("select distinct run_id from " + table + " order by 1", UUID.class);
	}

	/** What is there and what was deleted make up what was counted. */
	private void assertAllIsThere() {
		assertThat(this.jdbc.queryForObject("select sum(counted) from event_outcomes", Long.class)).isEqualTo(2_999);
		for (String table : METRICS) {
			assertThat(number("select coalesce(sum(commits), 0) from " + table) + deleted(table)).as(table)
				.isEqualTo(2_999);
		}
		assertThat(number("select count(*) from quarantined_events") + deleted("quarantined_events")).isEqualTo(1);
	}

	private long deleted(String table) {
		return number("select coalesce(sum(counted), 0) from deleted_totals where metric = '" + table + "'");
	}

	private long number(String sql) {
		return this.jdbc.queryForObject(sql, Long.class);
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import({ DatabaseSlice.class, Deletions.class, FoldedRuns.class, Shutdown.class })
	static class Slice {

	}

}
