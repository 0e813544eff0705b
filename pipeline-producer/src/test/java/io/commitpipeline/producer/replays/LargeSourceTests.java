package io.commitpipeline.producer.replays;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.commits.CommitLog;
import io.commitpipeline.producer.commits.CommitRowCodec;
import io.commitpipeline.producer.ordering.OrderedRowsBuilder;
import io.commitpipeline.producer.ordering.RowOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LargeSourceTests {

	private static final int ROWS = 2_500_000;

	@TempDir
	private Path directory;

	@Test
	void millionsOfRowsArePutInOrderInASmallHeap() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx48m", "-cp", System.getProperty("java.class.path"), LargeSourceTests.class.getName(),
				this.directory.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("in order: " + ROWS);
	}

	/** The child with the small heap. */
	public static void main(String[] arguments) throws IOException {
		try (OrderedRowsBuilder builder = new OrderedRowsBuilder(RowOrder.TIME, Path.of(arguments[0]))) {
			RowCollector collector = new RowCollector(builder, () -> {
			});
			CommitLog.read(generated(), collector);
			try (IndexedSource source = collector.indexed("none")) {
				System.out.println("in order: " + inOrder(source));
			}
		}
	}

	private static int inOrder(IndexedSource source) throws IOException {
		int count = 0;
		int time = 0;
		for (List<byte[]> rows = source.rows().read(0, 2000, Long.MAX_VALUE); !rows.isEmpty(); rows = source.rows()
			.read(count, 2000, Long.MAX_VALUE)) {
			for (byte[] row : rows) {
				int next = CommitRowCodec.decode(row).commit().time();
				if (next < time) {
					throw new IllegalStateException("Row " + count + " is out of order");
				}
				time = next;
				count++;
			}
		}
		return count;
	}

	private static InputStream generated() {
		Random random = new Random(1);
		Stream<InputStream> thousands = IntStream.range(0, ROWS / 1000)
			.mapToObj((thousand) -> stream(IntStream.range(0, 1000)
				.mapToObj((i) -> "c_" + i + ",person_" + thousand + "," + random.nextInt(43_200)
						+ ",/services/billing/pkg/data.py,21,14,0.5674,address review comments in client\n")
				.toList()));
		return new SequenceInputStream(stream(List.of(CommitLogs.HEADER)),
				new SequenceInputStream(enumeration(thousands.iterator())));
	}

	private static <T> Enumeration<T> enumeration(Iterator<T> elements) {
		return new Enumeration<>() {

			@Override
			public boolean hasMoreElements() {
				return elements.hasNext();
			}

			@Override
			public T nextElement() {
				return elements.next();
			}

		};
	}

	private static InputStream stream(List<String> lines) {
		return new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8));
	}

}
