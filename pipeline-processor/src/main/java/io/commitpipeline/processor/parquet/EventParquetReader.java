package io.commitpipeline.processor.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import com.jerolba.carpet.io.FileSystemInputFile;
import io.commitpipeline.processor.events.ReceivedEvent;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.api.Binary;

/**
 * Reads the events of an archived file again, as they came; their properties as texts.
 */
public class EventParquetReader implements Closeable {

	private final ParquetReader<Row> parquet;

	/**
	 * Opens a file.
	 * @param file on the local disk
	 * @throws IOException if it is no Parquet file
	 */
	public EventParquetReader(Path file) throws IOException {
		this.parquet = CarpetParquetReader.builder(new FileSystemInputFile(file.toFile()), Row.class)
			.fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
			.withConf(new PlainParquetConfiguration())
			.withCodecFactory(new ZstdCompression())
			.build();
	}

	/**
	 * Reads on.
	 * @param most how many events at most
	 * @return the next events, none at the end
	 * @throws IOException if the file is broken
	 */
	public List<ReceivedEvent> next(int most) throws IOException {
		List<ReceivedEvent> events = new ArrayList<>();
		while (events.size() < most) {
			Row row = this.parquet.read();
			if (row == null) {
				break;
			}
			events.add(row.event());
		}
		return events;
	}

	@Override
	public void close() throws IOException {
		this.parquet.close();
	}

	record Row(long sequenceNumber, String offset, Instant enqueuedAt, String partitionKey,
			Map<String, String> properties, Binary body) {

		private ReceivedEvent event() {
			return new ReceivedEvent(this.sequenceNumber, this.offset, this.enqueuedAt, this.partitionKey,
					new HashMap<>(this.properties), this.body.getBytes());
		}

	}

}
