package io.commitpipeline.processor.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import com.jerolba.carpet.CarpetParquetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.io.FileSystemOutputFile;
import io.commitpipeline.processor.events.CommitReader;
import io.commitpipeline.processor.events.InvalidEventException;
import io.commitpipeline.processor.events.ReceivedEvent;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes events of one partition into a local Parquet file.
 */
public class EventParquetWriter implements Closeable {

	/** Bounds what a file being written holds in memory. */
	static final long ROW_GROUP_BYTES = 8L << 20;

	/** Bounds by how much large events behind small ones exceed that. */
	private static final int ROWS_BETWEEN_LOOKS = 8;

	private final CommitReader reader = new CommitReader();

	private final ParquetWriter<ArchivedEvent> parquet;

	private final int partition;

	/**
	 * Begins a file.
	 * @param file on the local disk, not there yet
	 * @param partition that all its events come from
	 * @throws IOException if it cannot be written
	 */
	public EventParquetWriter(Path file, int partition) throws IOException {
		this.partition = partition;
		this.parquet = CarpetParquetWriter.builder(new FileSystemOutputFile(file.toFile()), ArchivedEvent.class)
			.withConf(new PlainParquetConfiguration())
			.withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
			.withDefaultTimeUnit(TimeUnit.MICROS)
			.withCompressionCodec(CompressionCodecName.ZSTD)
			.withCodecFactory(new ZstdCompression())
			.withRowGroupSize(ROW_GROUP_BYTES)
			// Its size is looked at after so many rows: by default after a hundred, or
			// thousands.
			.withMinRowCountForPageSizeCheck(1)
			.withMaxRowCountForPageSizeCheck(ROWS_BETWEEN_LOOKS)
			// Never the same twice: a dictionary would only cost memory.
			.withDictionaryEncoding("body", false)
			.withDictionaryEncoding("commit_id", false)
			.withDictionaryEncoding("offset", false)
			.withDictionaryEncoding("sequence_number", false)
			.build();
	}

	public void write(ReceivedEvent event) throws IOException {
		this.parquet.write(rowOf(event));
	}

	/**
	 * How large the file would be if it ended here.
	 */
	public long bytes() {
		return this.parquet.getDataSize();
	}

	@Override
	public void close() throws IOException {
		this.parquet.close();
	}

	private ArchivedEvent rowOf(ReceivedEvent event) {
		try {
			return ArchivedEvent.of(this.partition, event, this.reader.read(event.body()));
		}
		catch (InvalidEventException ex) {
			return ArchivedEvent.ofInvalid(this.partition, event);
		}
	}

}
