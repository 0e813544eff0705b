package io.commitpipeline.producer.ordering;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OrderedRowsTests {

	@TempDir
	private Path directory;

	@Test
	void rowsComeInTheOrderOfTimeAndThoseOfOneMinuteInTheOrderOfTheFile() throws IOException {
		try (OrderedRows rows = ordered(RowOrder.TIME, "3a", "1a", "2a", "1b", "3b", "1c")) {
			assertThat(texts(rows.read(0, 10, Long.MAX_VALUE))).containsExactly("1a", "1b", "1c", "2a", "3a", "3b");
		}
	}

	@Test
	void rowsComeInTheOrderOfTheFileOnRequest() throws IOException {
		try (OrderedRows rows = ordered(RowOrder.FILE, "3a", "1a", "2a")) {
			assertThat(texts(rows.read(0, 10, Long.MAX_VALUE))).containsExactly("3a", "1a", "2a");
		}
	}

	@Test
	void readingBeginsAnywhereAndEndsAtTheEnd() throws IOException {
		try (OrderedRows rows = ordered(RowOrder.TIME, "1a", "2a", "3a", "4a")) {
			assertThat(texts(rows.read(1, 2, Long.MAX_VALUE))).containsExactly("2a", "3a");
			assertThat(texts(rows.read(3, 2, Long.MAX_VALUE))).containsExactly("4a");
			assertThat(rows.read(4, 2, Long.MAX_VALUE)).isEmpty();
		}
	}

	@Test
	void bytesAreLimitedButOneRowAlwaysComes() throws IOException {
		try (OrderedRows rows = ordered(RowOrder.TIME, "1aaaa", "2bbbb", "3cccc")) {
			assertThat(texts(rows.read(0, 3, 11))).containsExactly("1aaaa", "2bbbb");
			assertThat(texts(rows.read(1, 3, 1))).containsExactly("2bbbb");
		}
	}

	@Test
	void moreRowsThanFitIntoMemoryAreMergedInOrder() throws IOException {
		Random random = new Random(1);
		List<long[]> expected = new ArrayList<>();
		try (OrderedRowsBuilder builder = new OrderedRowsBuilder(RowOrder.TIME, this.directory)) {
			for (int i = 0; i < 2_500_000; i++) {
				int time = random.nextInt(43_200);
				builder.add(time, ByteBuffer.allocate(8).putInt(time).putInt(i).array());
				expected.add(new long[] { time, i });
			}
			expected.sort(Comparator.comparingLong((row) -> row[0]));
			try (OrderedRows rows = builder.build()) {
				assertThat(rows.size()).isEqualTo(expected.size());
				for (int from = 0; from < expected.size(); from += 100_000) {
					assertSame(rows.read(from, 100_000, Long.MAX_VALUE), expected.subList(from, from + 100_000));
				}
			}
		}
	}

	@Test
	void nothingStaysOnDisk() throws IOException {
		ordered(RowOrder.TIME, "1a").close();
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).isEmpty();
		}
	}

	private static void assertSame(List<byte[]> rows, List<long[]> expected) {
		assertThat(rows).hasSameSizeAs(expected);
		for (int i = 0; i < rows.size(); i++) {
			ByteBuffer row = ByteBuffer.wrap(rows.get(i));
			assertThat(new long[] { row.getInt(), row.getInt() }).isEqualTo(expected.get(i));
		}
	}

	private OrderedRows ordered(RowOrder order, String... rows) throws IOException {
		try (OrderedRowsBuilder builder = new OrderedRowsBuilder(order, this.directory)) {
			for (String row : rows) {
				builder.add(row.charAt(0) - '0', row.getBytes(StandardCharsets.UTF_8));
			}
			return builder.build();
		}
	}

	private static List<String> texts(List<byte[]> rows) {
		return rows.stream().map((row) -> new String(row, StandardCharsets.UTF_8)).toList();
	}

}
