package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTests {

	private static final int LARGE = 40 * 1024 * 1024;

	@TempDir
	private Path directory;

	@Test
	void whatIsTooMuchGoesFileByFileAndTheLastFileStays() throws IOException {
		try (PartitionLog log = logOfFourFiles()) {
			log.retain(0, 2L * LARGE + 1000);
			assertThat(files()).hasSize(2);
			assertThat(log.firstSequenceNumber()).isEqualTo(2);
			log.retain(0, 1);
			assertThat(files()).hasSize(1);
			assertThat(log.firstSequenceNumber()).isEqualTo(3);
			assertThat(log.readFrom(0).poll().sequenceNumber()).isEqualTo(3);
		}
	}

	@Test
	void whatIsTooOldGoesOnceAllOfItsFileIs() throws IOException {
		try (PartitionLog log = logOfFourFiles()) {
			log.retain(200, Long.MAX_VALUE);
			assertThat(log.firstSequenceNumber()).isEqualTo(1);
			log.retain(201, Long.MAX_VALUE);
			assertThat(log.firstSequenceNumber()).isEqualTo(2);
			log.retain(1_000, Long.MAX_VALUE);
			assertThat(log.firstSequenceNumber()).isEqualTo(3);
		}
	}

	@Test
	void aReaderInAFileThatGoesIsTakenToTheBegin() throws IOException {
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			for (int event = 0; event < 8; event++) {
				log.append(List.of(new byte[LARGE / 2]), event);
			}
			LogReader reader = log.readFrom(0);
			assertThat(reader.poll().sequenceNumber()).isZero();
			log.retain(0, 1);
			assertThat(reader.poll().sequenceNumber()).isEqualTo(log.firstSequenceNumber()).isGreaterThan(1);
			assertThat(log.firstAtOrAfter(0)).isEqualTo(log.firstSequenceNumber());
		}
	}

	@Test
	void aLogThatHasGivenUpItsOldestEventsOpensWithTheOthers() throws IOException {
		try (PartitionLog log = logOfFourFiles()) {
			log.retain(0, LARGE);
		}
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			assertThat(log.firstSequenceNumber()).isEqualTo(3);
			assertThat(log.end()).isEqualTo(new LogEnd(4, 300));
		}
	}

	@Test
	void filesThatACrashHasLeftGoWhenTheLogIsOpened() throws IOException {
		logOfFourFiles().close();
		BeginFile.write(this.directory, 2);
		PartitionLog.open(this.directory, false).close();
		assertThat(files()).hasSize(2);
	}

	private PartitionLog logOfFourFiles() throws IOException {
		PartitionLog log = PartitionLog.open(this.directory, false);
		for (int event = 0; event < 4; event++) {
			log.append(List.of(new byte[LARGE]), 100 * event);
		}
		return log;
	}

	private List<Path> files() throws IOException {
		try (var files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".log")).toList();
		}
	}

}
