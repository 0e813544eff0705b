package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.parquet.EventParquetReader;
import io.commitpipeline.processor.parquet.Sha256;

/**
 * What the manifest tells about a file's content.
 */
record FileFacts(ReceivedEvent first, ReceivedEvent last, long events, long bytes, String sha256) {

	private static final int AT_ONCE = 100;

	static FileFacts of(LocalFile file, String sha256) {
		return new FileFacts(file.first(), file.last(), file.events(), file.bytes(), sha256);
	}

	/**
	 * Reads a whole file.
	 * @throws IOException if it is broken or its events are not contiguous
	 */
	static FileFacts read(Path file) throws IOException {
		try (EventParquetReader reader = new EventParquetReader(file)) {
			ReceivedEvent first = null;
			ReceivedEvent last = null;
			long events = 0;
			for (List<ReceivedEvent> next = reader.next(AT_ONCE); !next.isEmpty(); next = reader.next(AT_ONCE)) {
				for (ReceivedEvent event : next) {
					first = (first != null) ? first : event;
					last = event;
					if (event.sequenceNumber() != first.sequenceNumber() + events++) {
						throw new IOException("Event " + event.sequenceNumber() + " is out of sequence");
					}
				}
			}
			if (first == null) {
				throw new IOException("No event is in it");
			}
			return new FileFacts(first, last, events, Files.size(file), Sha256.of(file));
		}
		catch (RuntimeException ex) {
			throw new IOException("It is no file of events", ex);
		}
	}

}
