package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
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
	void openingReadsTheLastSegmentOnlyAndDamageInAnOlderOneIsToldToItsReader() throws IOException {
		append("zero", "one");
		byte[] older = Files.readAllBytes(segments().get(0));
		older[older.length - 1] ^= 1;
		Files.write(segments().get(0), older);
		addSegment(2, "two", 7);
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			assertThat(log.end()).isEqualTo(new LogEnd(3, 7));
			assertThat(text(log.readFrom(2).poll())).isEqualTo("two");
			LogReader reader = log.readFrom(0);
			assertThat(text(reader.poll())).isEqualTo("zero");
			assertThatExceptionOfType(CorruptLogException.class).isThrownBy(reader::poll)
				.withMessageContaining("%020d.log is damaged at byte 28".formatted(0));
		}
	}

	@Test
	void theClockGoesOnWhenTheLastSegmentHasNothingYet() throws IOException {
		addSegment(0, "zero", 7);
		Files.write(this.directory.resolve("%020d.log".formatted(1)), new byte[] { 1, 2, 3 });
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			assertThat(log.end()).isEqualTo(new LogEnd(1, 7));
			log.append(List.of(new byte[1]), 5);
			assertThat(log.end()).isEqualTo(new LogEnd(2, 7));
		}
	}

	@Test
	void aTimeIsFoundAcrossSegments() throws IOException {
		addSegment(0, "zero", 10);
		addSegment(1, "one", 10);
		addSegment(2, "two", 20);
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			assertThat(log.firstAtOrAfter(0)).isZero();
			assertThat(log.firstAtOrAfter(10)).isZero();
			assertThat(log.firstAtOrAfter(11)).isEqualTo(2);
			assertThat(log.firstAtOrAfter(21)).isEqualTo(3);
		}
	}

	private void addSegment(long sequenceNumber, String body, long millis) throws IOException {
		byte[] message = body.getBytes(StandardCharsets.UTF_8);
		ByteBuffer frame = ByteBuffer.allocate(Frame.HEADER + message.length);
		Frame.write(frame, sequenceNumber, millis, message);
		try (Segment segment = Segment.create(this.directory, sequenceNumber)) {
			segment.append(frame.flip(), sequenceNumber, millis, false);
		}
	}

	@Test
	void retentionMovesTheBeginAndTakesReadersAlong() throws IOException {
		append("zero", "one", "two");
		try (PartitionLog log = PartitionLog.open(this.directory, false)) {
			LogReader reader = log.readFrom(0);
			assertThat(text(reader.poll())).isEqualTo("zero");
			log.expireBefore(2);
			assertThat(text(reader.poll())).isEqualTo("two");
			reader.move(-3);
			assertThat(text(reader.poll())).isEqualTo("two");
		}
		assertThat(read(0)).containsExactly("two");
	}

	@Test
	void aLogThatIsClosedTakesNothingNotEvenInANewSegment() throws IOException {
		byte[] message = new byte[40 * 1024 * 1024];
		PartitionLog log = PartitionLog.open(this.directory, false);
		log.append(List.of(message), 0);
		log.close();
		assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> log.append(List.of(message), 0));
		assertThat(segments()).hasSize(1);
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
