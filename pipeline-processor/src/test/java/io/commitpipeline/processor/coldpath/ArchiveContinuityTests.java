package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.commitpipeline.processor.ArchiveContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.progress.RewindException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;

class ArchiveContinuityTests extends ArchiverSlice {

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
	void aLateBatchOfALostReaderIsNotTheBeginning() {
		this.archiver.take(this.partition, TestEvents.rows(0, 9));
		OwnedPartition again = take();
		assertThatExceptionOfType(RewindException.class)
			.isThrownBy(() -> this.archiver.take(again, TestEvents.rows(10, 19)));
		this.archiver.take(again, TestEvents.rows(0, 19));
		this.archiver.flush(again);
		assertThat(archived()).hasSize(20);
	}

	@Test
	void whereTheHubBeginsTheArchiveDoes() {
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 15, 19));
		given(this.hub.firstFrom(3, 15)).willReturn(15L);
		assertThatExceptionOfType(RewindException.class)
			.isThrownBy(() -> this.archiver.take(this.partition, TestEvents.rows(17, 19)));
		OwnedPartition again = take();
		this.archiver.take(again, TestEvents.rows(15, 19));
		this.archiver.flush(again);
		assertThat(files().values()).containsExactly(5L);
		assertThat(this.jdbc.queryForObject("select count(*) from sequence_gaps", Long.class)).isZero();
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

}
