package io.commitpipeline.processor.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EventParquetTests {

	@TempDir
	private Path directory;

	@Test
	void whatIsWrittenIsReadAgainAsItCame() throws IOException {
		List<ReceivedEvent> events = new ArrayList<>(TestEvents.rows(0, 9));
		events.add(TestEvents.event(10, Map.of(), new byte[] { '{', (byte) 0xff, 0 }));
		events.add(TestEvents.event(11, Map.of("replay-id", "ä\0"), new byte[0]));
		events.add(new ReceivedEvent(12, "a:b", TestEvents.event(12, Map.of(), "{}").enqueuedAt(), null, nothing(),
				new byte[100_000]));
		assertThat(reread(events, 5)).usingRecursiveComparison().isEqualTo(events);
	}

	@Test
	void aLargeFileIsReadInPieces() throws IOException {
		List<ReceivedEvent> events = TestEvents.rows(0, 29_999);
		assertThat(reread(events, 7_000)).zipSatisfy(events, (read, written) -> {
			assertThat(read.sequenceNumber()).isEqualTo(written.sequenceNumber());
			assertThat(read.body()).isEqualTo(written.body());
		});
	}

	private static Map<String, Object> nothing() {
		Map<String, Object> properties = new HashMap<>();
		properties.put("nothing", null);
		return properties;
	}

	private List<ReceivedEvent> reread(List<ReceivedEvent> events, int most) throws IOException {
		Path file = this.directory.resolve("events.parquet");
		try (EventParquetWriter writer = new EventParquetWriter(file, 3)) {
			for (ReceivedEvent event : events) {
				writer.write(event);
			}
		}
		List<ReceivedEvent> read = new ArrayList<>();
		try (EventParquetReader reader = new EventParquetReader(file)) {
			for (List<ReceivedEvent> next = reader.next(most); !next.isEmpty(); next = reader.next(most)) {
				assertThat(next).hasSizeLessThanOrEqualTo(most);
				read.addAll(next);
			}
		}
		return read;
	}

}
