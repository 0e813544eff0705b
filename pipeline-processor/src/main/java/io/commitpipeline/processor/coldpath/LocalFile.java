package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.parquet.EventParquetWriter;
import io.commitpipeline.processor.parquet.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the archive while it grows on the local disk. A file never spans two hours.
 */
class LocalFile {

	private static final Logger logger = LoggerFactory.getLogger(LocalFile.class);

	private final Path path;

	private final EventParquetWriter writer;

	private final Instant openedAt;

	private final ReceivedEvent first;

	private ReceivedEvent last;

	private long events;

	private boolean sealed;

	LocalFile(Path path, int partition, Instant openedAt, ReceivedEvent first) throws IOException {
		this.path = path;
		this.writer = new EventParquetWriter(path, partition);
		this.openedAt = openedAt;
		this.first = first;
		append(first);
	}

	boolean isOfSameHour(ReceivedEvent event) {
		return hour(this.first).equals(hour(event));
	}

	final void append(ReceivedEvent event) throws IOException {
		this.writer.write(event);
		this.last = event;
		this.events++;
	}

	/**
	 * Ends the file; what is asked afterwards is about the file as it will stay.
	 */
	void seal() throws IOException {
		if (!this.sealed) {
			this.writer.close();
			this.sealed = true;
		}
	}

	/**
	 * Closes and deletes it: its events are archived, or will be read again.
	 */
	void discard() {
		try {
			seal();
			Files.deleteIfExists(this.path);
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("{} cannot be deleted: it takes space until this process ends", this.path, ex);
		}
	}

	String sha256() throws IOException {
		return Sha256.of(this.path);
	}

	Path path() {
		return this.path;
	}

	long bytes() {
		return this.sealed ? this.path.toFile().length() : this.writer.bytes();
	}

	long events() {
		return this.events;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	ReceivedEvent first() {
		return this.first;
	}

	ReceivedEvent last() {
		return this.last;
	}

	private static Instant hour(ReceivedEvent event) {
		return event.enqueuedAt().truncatedTo(ChronoUnit.HOURS);
	}

}
