package io.commitpipeline.processor.settlement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hotpath.Recounting;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An older reader could not read some events, today's can: what is in quarantine is given
 * the body that it could have had.
 */
@SpringBootTest(classes = SettlementTests.Slice.class, webEnvironment = WebEnvironment.NONE)
@LocalAzureTest
class SettlementTests {

	private static final List<Integer> BROKEN = List.of(3, 40, 41, 77, 320, 399);

	@Autowired
	private Settler settler;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@MockitoBean
	private Hub hub;

	@MockitoBean
	private CheckpointCopies checkpoints;

	private Recounting hotPath;

	private ProgressKey key;

	@BeforeEach
	void emptyTables() {
		TestDatabaseContents.clear(this.jdbc);
		this.jdbc.execute("truncate settlements, discarded_events");
		this.hotPath = new Recounting(this.jdbc, new TransactionTemplate(this.transactions));
		this.key = new ProgressKey(ConsumerGroup.HOT, 2, this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class));
	}

	@Test
	void whatIsCountedLaterIsAsIfItHadBeenCountedAtOnce() {
		this.hotPath.count(this.key, TestEvents.rows(0, 399));
		Map<String, List<String>> atOnce = TestDatabaseContents.of(this.jdbc);
		TestDatabaseContents.clear(this.jdbc);
		countWithBroken();
		mend(BROKEN);
		assertThat(TestDatabaseContents.of(this.jdbc)).isNotEqualTo(atOnce);
		assertThat(settle("redrive", "reason_group", "not JSON")).isEqualTo("6 events counted.");
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(atOnce);
		assertThat(settle("redrive", "reason_group", "not JSON"))
			.isEqualTo("Nothing was to be done: no such event is in quarantine.");
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(atOnce);
	}

	@Test
	void whatComesAgainAfterItWasCountedLaterIsADuplicate() {
		countWithBroken();
		mend(BROKEN);
		settle("redrive", "reason_group", null);
		this.hotPath.count(this.key, List.of(TestEvents.row(400, 77), TestEvents.row(401, 400)));
		assertThat(outcomes()).isEqualTo("401/1/0");
	}

	@Test
	void whatStillCannotBeCountedStaysWithItsReasonOfToday() {
		countWithBroken();
		mend(List.of(3, 41));
		body(40, "{\"author\":1}");
		assertThat(settle("redrive", "reason_group", "not JSON"))
			.isEqualTo("2 events counted, 4 events kept in quarantine: " + reason(399) + ".");
		assertThat(reason(40)).isEqualTo("author: expected text");
		assertThat(outcomes()).isEqualTo("396/0/4");
	}

	@Test
	void anEventWhoseIdentityMakesSenseNowIsCountedUnderItsRunUnlessItsRowCameMeanwhile() {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 99));
		events.set(7, TestEvents.event(7, Map.of("replay-id", "?"), TestEvents.json(7)));
		events.set(8, TestEvents.event(8, Map.of("replay-id", "?"), TestEvents.json(8)));
		events.set(99, TestEvents.row(99, 8));
		this.hotPath.count(this.key, events);
		for (int row : List.of(7, 8)) {
			this.jdbc.update(
					"update quarantined_events set properties = json_build_object('replay-id', ?::text,"
							+ " 'replay-row', ?::text) where sequence_number = ?",
					TestEvents.RUN.toString(), "" + row, row);
		}
		assertThat(settle("redrive", "reason_group", null))
			.isEqualTo("1 event counted, 1 event found to be a duplicate.");
		assertThat(outcomes()).isEqualTo("99/1/0");
		this.hotPath.count(this.key, List.of(TestEvents.row(100, 7)));
		assertThat(outcomes()).isEqualTo("99/2/0");
	}

	@Test
	void whatTheDatabaseRefusesStaysAlone() {
		countWithBroken();
		mend(BROKEN);
		body(77, TestEvents.json(endless(), 1, "/a/b/c", 1, 1, 0.5, 77));
		assertThat(settle("redrive", "reason_group", null))
			.startsWith("5 events counted, 1 event kept in quarantine: The database");
		assertThat(this.jdbc.queryForList("select sequence_number from quarantine where reason_group = ?",
				Integer.class, "The database cannot store it"))
			.containsExactly(77);
	}

	@Test
	void aDiscardedEventStaysUntilItAloneIsCounted() {
		countWithBroken();
		mend(BROKEN);
		assertThat(settle("discard", "sequence_number", 41))
			.isEqualTo("1 event discarded, to stay in quarantine for good.");
		assertThat(settle("discard", "sequence_number", 41)).startsWith("Nothing was to be done");
		assertThat(settle("redrive", "reason_group", "not JSON")).isEqualTo("5 events counted.");
		assertThat(this.jdbc
			.queryForMap("select sequence_number, discarded, discarded_by, discard_comment from quarantine"))
			.containsEntry("sequence_number", 41L)
			.containsEntry("discarded", true)
			.containsEntry("discarded_by", "ann")
			.containsEntry("discard_comment", "as it is");
		assertThat(settle("redrive", "sequence_number", 41)).isEqualTo("1 event counted.");
		assertThat(outcomes()).isEqualTo("400/0/0");
		assertThat(this.jdbc.queryForList("select * from discarded_events")).isEmpty();
	}

	@Test
	void whatWasQuarantinedAfterTheRequestIsNotMeant() {
		countWithBroken();
		this.jdbc.update(
				"update quarantined_events set quarantined_at = now() + interval '1 hour' where sequence_number > 50");
		assertThat(settle("discard", "reason_group", null)).startsWith("3 events discarded");
	}

	private static String endless() {
		return new Random(1).ints(9_000, 'a', 'z').mapToObj(Character::toString).reduce("", String::concat);
	}

	@Test
	void theRightsOfTheProcessorSuffice() {
		countWithBroken();
		mend(List.of(40));
		this.jdbc.update("""
				insert into settlements (id, action, requested_by, comment, reason_group, requested_at)
				values (gen_random_uuid(), 'redrive', 'ann', null, null, now()),
					(gen_random_uuid(), 'discard', 'ann', 'as it is', null, now() + interval '1 second')""");
		TestDatabaseContents.asProcessor(this.jdbc, this.transactions, this.settler::settle);
		assertThat(this.jdbc.queryForList("select result from settlements order by requested_at", String.class))
			.containsExactly("1 event counted, 5 events kept in quarantine: " + reason(399) + ".",
					"5 events discarded, to stay in quarantine for good.");
	}

	private void countWithBroken() {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 399));
		BROKEN
			.forEach((row) -> events.set(row, TestEvents.event(row, TestEvents.properties(TestEvents.RUN, row), "?")));
		this.hotPath.count(this.key, events);
	}

	private void mend(List<Integer> rows) {
		rows.forEach((row) -> body(row, TestEvents.json(row)));
	}

	private void body(int row, String body) {
		this.jdbc.update("update quarantined_events set body = ? where sequence_number = ?",
				body.getBytes(StandardCharsets.UTF_8), row);
	}

	/** Asks as the console does. */
	private String settle(String action, String column, Object value) {
		UUID id = UUID.randomUUID();
		boolean oneEvent = column.equals("sequence_number");
		this.jdbc.update(
				"insert into settlements (id, action, requested_by, comment, partition_id, incarnation, " + column
						+ ") values (?, ?, 'ann', 'as it is', ?, ?, ?)",
				id, action, oneEvent ? 2 : null, oneEvent ? this.key.incarnation() : null, value);
		this.settler.settle();
		return this.jdbc.queryForObject("select result from settlements where id = ?", String.class, id);
	}

	private String reason(int row) {
		return this.jdbc.queryForObject("select reason from quarantined_events where sequence_number = ?", String.class,
				row);
	}

	private String outcomes() {
		return this.jdbc.queryForObject(
				"select concat_ws('/', sum(counted), sum(duplicates), sum(quarantined)) from event_outcomes",
				String.class);
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@ConfigurationPropertiesScan("io.commitpipeline.processor.hotpath")
	@ComponentScan(basePackages = { "io.commitpipeline.processor.hotpath", "io.commitpipeline.processor.settlement",
			"io.commitpipeline.processor.progress", "io.commitpipeline.processor.quarantine",
			"io.commitpipeline.processor.ownership", "io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
