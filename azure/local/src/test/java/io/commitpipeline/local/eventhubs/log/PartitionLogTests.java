package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartitionLogTests {

	@TempDir
	private Path directory;

	@Test
	void whereverAWriteIsTornTheWholeEventsBeforeItStay() throws IOException {
		append("first", "second", "third");
		Path segment = segments().get(0);
		byte[] whole = Files.readAllBytes(segment);
		int frame = Frame.HEADER;
		List<Integer> ends = List.of(frame + 5, 2 * frame + 11, 3 * frame + 16);
		for (int length = 0; length <= whole.length; length++) {
			Files.write(segment, Arrays.copyOf(whole, length));
			int cut = length;
			int expected = (int) ends.stream().filter((end) -> end <= cut).count();
			assertThat(read(0)).as("cut at %d", length)
				.isEqualTo(List.of("first", "second", "third").subList(0, expected));
		}
	}

	@Test
	void anyFlippedBitOfTheLastEventIsFound() throws IOException {
		append("first", "second");
		Path segment = segments().get(0);
		byte[] whole = Files.readAllBytes(segment);
		for (int at = Frame.HEADER + 5; at < whole.length; at++) {
			byte[] damaged = whole.clone();
			damaged[at] ^= 4;
			Files.write(segment, damaged);
			assertThat(read(0)).as("damaged at %d", at).containsExactly("first");
		}
	}

	@Test
	void aLargeLogIsSpreadOverSegmentsAndReadFromAnywhere() throws IOException {
		byte[] message = new byte[1024 * 1024];
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			for (int event = 0; event < 70; event++) {
				log.append(List.of(message, new byte[] { (byte) event }), event);
			}
			assertThat(segments()).hasSize(2);
			for (int event = 0; event < 70; event++) {
				StoredEvent stored = log.readFrom(2L * event + 1).poll();
				assertThat(stored.message().get(0)).isEqualTo((byte) event);
				assertThat(stored.enqueuedMillis()).isEqualTo(event);
				assertThat(log.firstAtOrAfter(event)).isEqualTo(2L * event);
			}
			assertThat(log.firstAtOrAfter(70)).isEqualTo(140);
		}
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			assertThat(log.end()).isEqualTo(new LogEnd(140, 69));
			assertThat(log.readFrom(139).poll().message().get(0)).isEqualTo((byte) 69);
		}
	}

	@Test
	void aReaderAtTheEndSeesWhatIsAppendedLater() throws IOException {
		try (PartitionLog log = PartitionLog.open(this.directory, true)) {
			LogReader reader = log.readFrom(0);
			for (String body : List.of("a", "b", "c")) {
				assertThat(reader.poll()).isNull();
				log.append(List.of(body.getBytes(StandardCharsets.UTF_8)), 0);
				assertThat(text(reader.poll())).isEqualTo(body);
			}
		}
	}

	@Test
	void damageThatIsNotAtTheEndIsRefused() throws IOException {
		append("first");
		Files.write(this.directory.resolve("%020d.log".formatted(1)), new byte[0]);
		byte[] segment = Files.readAllBytes(segments().get(0));
		Files.write(segments().get(0), Arrays.copyOf(segment, segment.length - 1));
		assertThatExceptionOfType(CorruptLogException.class).isThrownBy(() -> PartitionLog.open(this.directory, false))
			.withMessageContaining("is damaged at byte 0");
	}

	@Test
	void aClockThatGoesBackDoesNotTurnTheOrderOfTimes() throws IOException {
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			log.append(List.of(new byte[1]), 1000);
			log.append(List.of(new byte[1]), 500);
			assertThat(log.end().lastEnqueuedMillis()).isEqualTo(1000);
		}
	}

	private void append(String... bodies) throws IOException {
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			log.append(Arrays.stream(bodies).map((body) -> body.getBytes(StandardCharsets.UTF_8)).toList(), 0);
		}
	}

	private List<String> read(long from) throws IOException {
		List<String> bodies = new ArrayList<>();
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			LogReader reader = log.readFrom(from);
			for (StoredEvent event = reader.poll(); event != null; event = reader.poll()) {
				bodies.add(text(event));
			}
		}
		return bodies;
	}

	private static String text(StoredEvent event) {
		return StandardCharsets.UTF_8.decode(event.message()).toString();
	}

	private List<Path> segments() throws IOException {
		try (var files = Files.list(this.directory)) {
			return files.sorted().toList();
		}
	}

}
