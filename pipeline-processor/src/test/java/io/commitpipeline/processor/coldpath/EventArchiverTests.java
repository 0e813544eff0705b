package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.processor.ArchiveContents;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.TestDatabase;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.RewindException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

@SpringBootTest(classes = EventArchiverTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.archive.roll-age=1m", "pipeline.archive.roll-size=20KB" })
class EventArchiverTests {

	@TempDir
	private static Path directory;

	private static LocalDataLake localLake;

	@Autowired
	private EventArchiver archiver;

	@Autowired
	private Manifest manifest;

	@Autowired
	private Lake lake;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private JdbcTemplate jdbc;

	@MockitoBean
	private Hub hub;

	@MockitoBean
	private CheckpointCopies checkpoints;

	@MockitoBean
	private Clock clock;

	private OwnedPartition partition;

	private int incarnation;

	private Instant now = TestEvents.START;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) throws IOException {
		TestDatabase.register(registry);
		localLake = LocalDataLake.builder(directory).fileSystem("archive").start();
		registry.add("pipeline.lake.endpoint", localLake::endpoint);
		registry.add("pipeline.lake.account-name", localLake::accountName);
		registry.add("pipeline.lake.account-key", localLake::accountKey);
	}

	@AfterAll
	static void stopLake() throws Exception {
		localLake.close();
	}

	@BeforeEach
	void nextIncarnation() {
		TestDatabaseContents.clear(this.jdbc);
		this.incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
		this.owned.startAt(ConsumerGroup.COLD, this.incarnation);
		this.partition = take();
		given(this.clock.instant()).willAnswer((call) -> this.now);
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 0, 1_000_000));
	}

	private OwnedPartition take() {
		return this.owned.take(new PartitionContext("namespace", "commits", "cold", "3"));
	}

	@Test
	void everyEventIsArchivedAsItCame() {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 9));
		events.add(TestEvents.event(10, Map.of("x", 7, "\0", "ä\ud800"), new byte[] { '{', (byte) 0xff, 0 }));
		events.add(TestEvents.event(11, Map.of(), new byte[0]));
		events.add(TestEvents.event(12, Map.of(), TestEvents.json(1).replace("mend", "\\ud800")));
		this.archiver.take(this.partition, events);
		this.archiver.flush(this.partition);
		List<ArchiveContents.Row> rows = archived();
		assertThat(rows).extracting(ArchiveContents.Row::body)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::body).toList());
		assertThat(rows).extracting(ArchiveContents.Row::sequenceNumber)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::sequenceNumber).toList());
		assertThat(rows).extracting(ArchiveContents.Row::enqueuedAt)
			.containsExactlyElementsOf(events.stream().map(ReceivedEvent::enqueuedAt).toList());
		assertThat(rows.get(3).properties()).contains("\"replay-row\":\"3\"");
		assertThat(rows.get(3).offset()).isEqualTo("offset:3");
		assertThat(rows.get(3).partitionKey()).isEqualTo("key");
		assertThat(rows.get(3).partitionId()).isEqualTo(3);
	}

	@Test
	void theFieldsOfACommitAreColumnsAndThoseOfNoCommitAreNull() {
		this.archiver.take(this.partition,
				List.of(TestEvents.event(0, Map.of(), TestEvents.json("ann", 61, "/a/b/c", 3, 4, 0.5674, 17)),
						TestEvents.event(1, Map.of(), "{}")));
		this.archiver.flush(this.partition);
		ArchiveContents.Row commit = archived().get(0);
		assertThat(commit.commitId()).isEqualTo("c_0000017");
		assertThat(commit.author()).isEqualTo("ann");
		assertThat(commit.time()).isEqualTo(61);
		assertThat(commit.filePath()).isEqualTo("/a/b/c");
		assertThat(commit.linesAdded()).isEqualTo(3);
		assertThat(commit.linesDeleted()).isEqualTo(4);
		assertThat(commit.entropy()).isEqualTo(new BigDecimal("0.5674"));
		assertThat(commit.message()).isEqualTo("mend the \"thing\" – №17");
		assertThat(commit.ingestTimestamp()).isEqualTo(1764000000.017);
		ArchiveContents.Row none = archived().get(1);
		assertThat(none.commitId()).isNull();
		assertThat(none.time()).isNull();
		assertThat(none.entropy()).isNull();
	}

	@Test
	void aFileNeverSpansTwoHours() {
		// The events' hour changes with number 1200.
		this.archiver.take(this.partition, TestEvents.rows(1_190, 1_209));
		this.archiver.flush(this.partition);
		assertThat(files().keySet()).containsExactly(
				"commits/date=2026-03-01/hour=10/partition=3/%d-00000000000000001190.parquet"
					.formatted(this.incarnation),
				"commits/date=2026-03-01/hour=11/partition=3/%d-00000000000000001200.parquet"
					.formatted(this.incarnation));
	}

	@Test
	void aFileIsArchivedWhenItIsOldAlsoWhenNothingComes() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		this.now = this.now.plus(Duration.ofSeconds(59));
		this.archiver.take(this.partition, List.of());
		assertThat(archived()).isEmpty();
		this.now = this.now.plus(Duration.ofSeconds(1));
		this.archiver.take(this.partition, List.of());
		assertThat(archived()).hasSize(10);
	}

	@Test
	void aFileIsArchivedWhenItIsLarge() {
		Random random = new Random(1);
		List<ReceivedEvent> events = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			byte[] body = new byte[9_000];
			random.nextBytes(body);
			events.add(TestEvents.event(i, Map.of(), body));
		}
		this.archiver.take(this.partition, events);
		assertThat(files()).hasSizeGreaterThanOrEqualTo(2);
	}

	@Test
	void theManifestKnowsEachFile() {
		this.archiver.take(this.partition, TestEvents.rows(5, 14));
		then(this.checkpoints).should(never()).put(any());
		this.archiver.flush(this.partition);
		Map<String, Object> file = this.jdbc.queryForMap("select * from archive_files");
		assertThat(file).containsEntry("first_sequence_number", 5L)
			.containsEntry("last_sequence_number", 14L)
			.containsEntry("event_count", 10L)
			.containsEntry("state", "done")
			.containsEntry("name", files().keySet().iterator().next());
		Path path = directory.resolve("archive").resolve((String) file.get("name"));
		assertThat(path).hasSize((long) file.get("bytes"));
		assertThat(path).hasDigest("SHA-256", (String) file.get("sha256"));
		assertThat(this.jdbc.queryForObject("select sequence_number from progress where path = 'cold'", Long.class))
			.isEqualTo(14);
		then(this.checkpoints).should().put(any());
	}

	@Test
	void aRedeliveryIsArchivedOnce() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		this.archiver.take(this.partition, TestEvents.rows(5, 14));
		this.archiver.flush(this.partition);
		this.archiver.take(this.partition, TestEvents.rows(0, 19));
		this.archiver.flush(this.partition);
		assertThat(archived()).extracting(ArchiveContents.Row::sequenceNumber)
			.containsExactlyElementsOf(TestEvents.rows(0, 19).stream().map(ReceivedEvent::sequenceNumber).toList());
	}

	@Test
	void whatGatheredBeforeThePartitionWasLostIsReadAgain() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		OwnedPartition again = take();
		this.archiver.take(again, TestEvents.rows(0, 4));
		this.archiver.flush(again);
		assertThat(archived()).hasSize(5);
	}

	@Test
	void anOwnerThatWasOvertakenLeavesTheFileToTheOther() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		this.jdbc.update("update progress set sequence_number = 7, first_sequence_number = 0");
		assertThatExceptionOfType(RewindException.class).isThrownBy(() -> this.archiver.flush(this.partition));
		assertThat(archived()).isEmpty();
		assertThat(directory.resolve("archive/tmp")).isEmptyDirectory();
		this.archiver.take(take(), TestEvents.rows(8, 9));
	}

	@Test
	void whoeverTakesThePartitionFinishesWhatWasEntered(@TempDir Path local) throws IOException {
		LocalFile file = new LocalFile(local.resolve("x.parquet"), 3, this.now, TestEvents.row(0, 0));
		file.seal();
		ArchiveFile entered = ArchiveFile.attempt(this.partition.key(), 0, file.first().enqueuedAt());
		this.lake.upload(file.path(), entered.temporaryName());
		this.manifest.enter(entered, file, file.sha256());
		assertThat(archived()).isEmpty();
		this.archiver.take(this.partition, List.of());
		assertThat(files()).containsOnlyKeys(entered.name());
		assertThat(this.jdbc.queryForObject("select state from archive_files", String.class)).isEqualTo("done");
	}

	@Test
	void renamingAgainDoesNoHarm(@TempDir Path local) throws IOException {
		LocalFile file = new LocalFile(local.resolve("x.parquet"), 3, this.now, TestEvents.row(0, 0));
		file.seal();
		ArchiveFile entered = ArchiveFile.attempt(this.partition.key(), 0, file.first().enqueuedAt());
		this.lake.upload(file.path(), entered.temporaryName());
		this.lake.moveIntoPlace(entered);
		this.lake.moveIntoPlace(entered);
		assertThat(archived()).hasSize(1);
	}

	@Test
	void whatRetentionTookIsAGapBetweenTwoFiles() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 15, 19));
		this.archiver.take(this.partition, TestEvents.rows(15, 19));
		this.archiver.flush(this.partition);
		assertThat(files().values()).containsExactly(10L, 5L);
		assertThat(this.jdbc.queryForObject("select first_missing || '-' || last_missing from sequence_gaps",
				String.class))
			.isEqualTo("10-14");
	}

	@Test
	void aJumpArchivesWhatGatheredAndRewinds() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		assertThatExceptionOfType(RewindException.class)
			.isThrownBy(() -> this.archiver.take(this.partition, TestEvents.rows(15, 19)));
		OwnedPartition again = take();
		this.archiver.take(again, TestEvents.rows(10, 19));
		this.archiver.flush(again);
		assertThat(archived()).hasSize(20);
	}

	private Map<String, Long> files() {
		return ArchiveContents.rowsByFile(archived());
	}

	private List<ArchiveContents.Row> archived() {
		return new ArchiveContents(directory.resolve("archive")).rows()
			.stream()
			.filter((row) -> row.file().contains("/" + this.incarnation + "-"))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(DatabaseSlice.class)
	@EnableConfigurationProperties({ LakeProperties.class, ArchiveProperties.class })
	@ComponentScan(basePackages = { "io.commitpipeline.processor.coldpath", "io.commitpipeline.processor.progress",
			"io.commitpipeline.processor.ownership", "io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
