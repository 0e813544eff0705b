package io.commitpipeline.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.commitpipeline.processor.rebuild.RebuildApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The metrics, computed anew from what the processor archived.
 */
@ExtendWith(OutputCaptureExtension.class)
class RebuildTests {

	private ProcessorOnAzure azure;

	private ConfigurableApplicationContext processor;

	private JdbcTemplate jdbc;

	@BeforeEach
	void startProcessor(@TempDir Path directory) throws Exception {
		this.azure = new ProcessorOnAzure(directory);
		this.processor = this.azure.startProcessor();
		this.jdbc = this.processor.getBean(JdbcTemplate.class);
	}

	@AfterEach
	void stopAll() throws Exception {
		this.processor.close();
		this.azure.close();
	}

	@Test
	void whatWasSpoiltIsAsTheHotPathCountedIt() throws Exception {
		sendRowsDuplicatesAndPoison();
		awaitComplete(4_008);
		Map<String, List<String>> counted = TestDatabaseContents.of(this.jdbc);
		spoil();
		assertThat(TestDatabaseContents.of(this.jdbc)).isNotEqualTo(counted);
		assertThat(rebuild()).isZero();
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(counted);
		assertThat(this.jdbc.queryForList("select id from runs where folded")).isEmpty();
		assertThat(this.jdbc.queryForList("select replay_id from folded_runs")).isEmpty();
		assertThat(this.jdbc.queryForList("select counted from folded_outcomes")).isEmpty();
		discardedStaysInQuarantine();
	}

	private void discardedStaysInQuarantine() throws Exception {
		UUID id = UUID.randomUUID();
		this.jdbc.update("""
				insert into settlements (id, action, requested_by, comment, done_at, result)
				values (?, 'discard', 'ann', 'as it is', now(), 'done')""", id);
		this.jdbc.update("insert into discarded_events values (1, 1, 5, ?)", id);
		assertThat(rebuild()).isZero();
		assertThat(this.jdbc.queryForObject("""
				select reason from quarantine where partition_id = 1 and sequence_number = 5 and discarded""",
				String.class))
			.isEqualTo("discarded when it could not be counted");
		assertThat(counted()).isEqualTo(4_000);
	}

	@Test
	void theHotPathGoesOnFromWhereTheArchiveEnds() throws Exception {
		this.azure.send(0, 999);
		awaitComplete(1_000);
		this.jdbc.execute("alter table archive_files rename to hidden");
		this.azure.send(1_000, 1_999);
		await().atMost(Duration.ofSeconds(30)).until(() -> counted() == 2_000);
		this.jdbc.execute("alter table hidden rename to archive_files");
		spoil();
		assertThat(rebuild()).isZero();
		await().atMost(Duration.ofSeconds(30)).until(() -> counted() == 2_000);
		this.azure.send(2_000, 2_999);
		awaitComplete(3_000);
		Map<String, List<String>> counted = TestDatabaseContents.of(this.jdbc);
		assertThat(rebuild()).isZero();
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(counted);
		assertThat(this.jdbc.queryForList("select * from sequence_gaps")).isEmpty();
		assertThat(counted()).isEqualTo(3_000);
	}

	@Test
	void whatTheArchiveLacksIsNamedAndTheMetricsStay(CapturedOutput output) throws Exception {
		this.azure.send(0, 999);
		awaitComplete(1_000);
		this.azure.send(1_000, 1_999);
		awaitComplete(2_000);
		Map<String, List<String>> counted = TestDatabaseContents.of(this.jdbc);
		this.jdbc.update("delete from archive_files where partition_id = 2 and first_sequence_number = 0");
		assertThat(rebuild()).isEqualTo(1);
		assertThat(output).contains("The metrics stay as they are: the archive lacks the events 0 to ",
				" of partition 2, incarnation 1, and the metrics hold them");
		assertThat(TestDatabaseContents.of(this.jdbc)).isEqualTo(counted);
		assertThat(this.jdbc.queryForList("select * from pg_tables where schemaname = 'rebuild'")).isEmpty();
	}

	private int rebuild() throws Exception {
		return RebuildApplication.run(this.azure.arguments().toArray(String[]::new));
	}

	private void sendRowsDuplicatesAndPoison() {
		this.azure.send(0, 3_999);
		this.azure.send(0, "{\"author\":1}", 4_000);
		this.azure.send(0, "no commit", 4_004);
		this.azure.send(1, TestEvents.json(3_997), 3_997);
		this.azure.send(1, TestEvents.json(3_997), 3_997);
		this.azure.send(2, TestEvents.json(4_002).replace("c_", "c_\\u0000"), 4_002);
		this.azure.send(3, TestEvents.json(4_003), 4_003);
		this.azure.send(3, TestEvents.json(4_003), 4_003);
		this.azure.send(3, "", 4_007);
	}

	private void spoil() {
		this.jdbc.update("update commits_by_author_hour set commits = commits + 1");
		this.jdbc.update("delete from commits_by_minute");
		this.jdbc.update("delete from commits_by_component_hour where commit_hour < 3");
		this.jdbc.update("update run_windows set seen = '\\x', highest_row = 5");
		this.jdbc.update("update event_outcomes set duplicates = 99");
		this.jdbc.update("delete from quarantined_events");
		foldTheRun();
	}

	private void foldTheRun() {
		UUID replay = UUID.randomUUID();
		this.jdbc.update("insert into replays (id, source) values (?, 'test.csv')", replay);
		this.jdbc.update(
				"""
						insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, folded)
						values (?, ?, '', 'time', 100000, 2000, 4, true)""",
				TestEvents.RUN, replay);
		this.jdbc.update("insert into folded_runs values (?, 1, 7, 0, 7, 0)", replay);
		this.jdbc.update("insert into folded_outcomes select 0, incarnation, 7, 0, 0 from hub_incarnations");
	}

	private long counted() {
		return this.jdbc.queryForObject("select coalesce(sum(counted), 0) from event_outcomes", Long.class);
	}

	private void awaitComplete(int received) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.jdbc.queryForObject(
					"select coalesce(sum(received), 0) = ? and bool_and(received = archived"
							+ " and received = counted + duplicates + quarantined) from partition_completeness",
					Boolean.class, received));
	}

}
