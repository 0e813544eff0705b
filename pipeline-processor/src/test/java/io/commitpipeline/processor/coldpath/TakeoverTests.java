package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.commitpipeline.processor.ArchiveContents;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.SequenceGaps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * The archive is ahead of a database that was restored.
 */
class TakeoverTests extends ArchiverSlice {

	@Autowired
	private SequenceGaps gaps;

	@Autowired
	private Orphans orphans;

	@Test
	void aFileWhoseEventsTheHubStillHasIsMovedAsideAndArchivedAgain() throws IOException {
		store(0, 9);
		store(10, 19);
		restoreTo(9);
		OwnedPartition again = take();
		this.archiver.take(again, List.of());
		assertArchived(0, 9);
		assertThat(aside()).singleElement().asString().contains(this.incarnation + "-00000000000000000010-");
		this.archiver.take(again, TestEvents.rows(10, 29));
		this.archiver.flush(again);
		assertArchived(0, 29);
	}

	@Test
	void aFileThatIsTheOnlyCopyIsAdopted() throws IOException {
		store(0, 9);
		store(10, 19);
		Map<String, Object> entered = this.jdbc
			.queryForMap("select * from archive_files where first_sequence_number = 10");
		restoreTo(9);
		hubHasFrom(20);
		OwnedPartition again = take();
		this.archiver.take(again, TestEvents.rows(20, 29));
		this.archiver.flush(again);
		assertArchived(0, 29);
		Map<String, Object> adopted = this.jdbc
			.queryForMap("select * from archive_files where first_sequence_number = 10");
		for (String column : List.of("name", "last_sequence_number", "event_count", "bytes", "sha256",
				"first_enqueued_at", "state", "incarnation")) {
			assertThat(adopted).containsEntry(column, entered.get(column));
		}
		assertThat(this.jdbc.queryForList("select first_missing from sequence_gaps")).isEmpty();
	}

	@Test
	void anAdoptedFileEndsBeforeWhatTheHubHasOfItComesAgain() {
		store(0, 9);
		store(10, 19);
		restoreTo(9);
		hubHasFrom(15);
		OwnedPartition again = take();
		this.archiver.take(again, TestEvents.rows(15, 29));
		this.archiver.flush(again);
		assertArchived(0, 29);
	}

	@Test
	void filesOfAnIncarnationThatTheDatabaseForgotAreAdoptedUnderIt() {
		store(0, 9);
		store(10, 19);
		int forgotten = this.incarnation;
		TestDatabaseContents.clear(this.jdbc);
		this.jdbc.update("delete from hub_incarnations where incarnation = ?", forgotten);
		nextIncarnation();
		hubHasFrom(0);
		this.archiver.take(this.partition, List.of());
		assertThat(this.jdbc.queryForList("""
				select incarnation || ':' || first_sequence_number || '-' || last_sequence_number from archive_files
				order by first_sequence_number""", String.class)).containsExactly(forgotten + ":0-9",
				forgotten + ":10-19");
		assertThat(this.jdbc.queryForObject("select sequence_number from progress where incarnation = ?", Long.class,
				forgotten))
			.isEqualTo(19);
	}

	@Test
	void whatNeitherTheHubNorTheArchiveHasIsAGap() throws IOException {
		store(0, 9);
		store(10, 19);
		store(20, 29);
		String lost = this.jdbc.queryForObject("select name from archive_files where first_sequence_number = 10",
				String.class);
		Files.delete(directory.resolve("archive").resolve(lost));
		restoreTo(9);
		hubHasFrom(30);
		this.archiver.take(take(), List.of());
		assertThat(this.jdbc.queryForObject(
				"select first_missing || '-' || last_missing || ' ' || reason from sequence_gaps", String.class))
			.isEqualTo("10-19 neither the hub nor the archive has them");
		assertThat(this.jdbc.queryForObject("select sequence_number from progress", Long.class)).isEqualTo(29);
	}

	@Test
	void aFileThatCannotBeReadIsMovedAside() throws IOException {
		store(0, 9);
		Path broken = place("date=2026-03-01/hour=10", 10);
		hubHasFrom(20);
		this.archiver.take(take(), List.of());
		assertThat(broken).doesNotExist();
		assertThat(aside()).singleElement().asString().contains("-00000000000000000010-");
	}

	@Test
	void whatLiesBeforeTheProgressIsNotLookedAt() throws IOException {
		store(0, 9);
		Path yesterday = place("date=2026-02-28/hour=10", 10);
		Path hourBefore = place("date=2026-03-01/hour=09", 10);
		hubHasFrom(20);
		this.archiver.take(take(), List.of());
		assertThat(yesterday).exists();
		assertThat(hourBefore).exists();
	}

	@Test
	void aGapInCountingSaysThatTheArchiveHoldsWhatIsMissing() {
		ProgressKey counting = new ProgressKey(ConsumerGroup.HOT, 3, this.incarnation);
		this.jdbc.update("""
				insert into progress (path, partition_id, incarnation, first_sequence_number, sequence_number)
				values ('hot', 3, ?, 0, 9)""", this.incarnation);
		this.gaps.record(counting, 10, 19, "retention");
		store(0, 9);
		store(10, 29);
		restoreTo(9);
		hubHasFrom(30);
		this.archiver.take(take(), List.of());
		assertThat(this.jdbc.queryForObject("select reason from sequence_gaps", String.class))
			.isEqualTo("retention; the archive holds them, a rebuild counts them");
		this.gaps.record(counting, 20, 29, "retention");
		this.gaps.record(counting, 30, 39, "retention");
		assertThat(this.jdbc.queryForList("select reason from sequence_gaps order by first_missing", String.class))
			.containsExactly("retention; the archive holds them, a rebuild counts them",
					"retention; the archive holds them, a rebuild counts them", "retention");
	}

	@Test
	void uploadsThatNobodyFinishedAreDeletedAfterADayButNotWhatTheManifestNames(@TempDir Path local)
			throws IOException {
		LocalFile file = new LocalFile(local.resolve("x.parquet"), 3, this.now, TestEvents.row(0, 0));
		file.seal();
		ArchiveFile entered = ArchiveFile.attempt(this.partition.key(), 0, file.first().enqueuedAt());
		ArchiveFile orphan = ArchiveFile.attempt(this.partition.key(), 0, file.first().enqueuedAt());
		this.lake.upload(file.path(), entered.temporaryName());
		this.lake.upload(file.path(), orphan.temporaryName());
		this.manifest.enter(entered, file, file.sha256());
		Path path = directory.resolve("archive").resolve(orphan.temporaryName());
		this.now = Files.getLastModifiedTime(path).toInstant().plus(Duration.ofHours(23));
		this.orphans.cleanUp();
		assertThat(path).exists();
		this.now = this.now.plus(Duration.ofHours(2));
		this.orphans.cleanUp();
		assertThat(path).doesNotExist();
		assertThat(directory.resolve("archive").resolve(entered.temporaryName())).exists();
	}

	private void store(long first, long last) {
		this.archiver.take(this.partition, TestEvents.rows(first, last));
		this.archiver.flush(this.partition);
	}

	/** What a backup holds that was made when this event was the last one archived. */
	private void restoreTo(long last) {
		this.jdbc.update("delete from archive_files where first_sequence_number > ?", last);
		this.jdbc.update("update progress set sequence_number = ? where path = 'cold'", last);
	}

	private void hubHasFrom(long begin) {
		given(this.hub.partition(3)).willReturn(new PartitionState(3, begin, 1_000_000));
	}

	private Path place(String hour, long first) throws IOException {
		Path file = directory
			.resolve("archive/commits/%s/partition=3/%d-%020d.parquet".formatted(hour, this.incarnation, first));
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "no Parquet");
	}

	private void assertArchived(long first, long last) {
		assertThat(archived()).extracting(ArchiveContents.Row::sequenceNumber)
			.containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
	}

	private List<Path> aside() throws IOException {
		try (Stream<Path> files = Files.walk(directory.resolve("archive/aside"))) {
			return files.filter((path) -> path.getFileName().toString().startsWith(this.incarnation + "-")).toList();
		}
	}

}
