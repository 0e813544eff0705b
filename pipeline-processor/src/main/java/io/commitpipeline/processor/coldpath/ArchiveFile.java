package io.commitpipeline.processor.coldpath;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import io.commitpipeline.processor.progress.ProgressKey;

/**
 * A file of the archive, as the manifest knows it.
 *
 * @param temporaryName where this attempt's upload lies until it is renamed
 * @param name where it belongs
 */
record ArchiveFile(ProgressKey key, long firstSequenceNumber, String temporaryName, String name) {

	private static final DateTimeFormatter HOUR = DateTimeFormatter
		.ofPattern("'date='yyyy-MM-dd/'hour='HH", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/**
	 * Names a new attempt at storing the file that starts with this event.
	 */
	static ArchiveFile attempt(ProgressKey key, long firstSequenceNumber, Instant enqueuedAt) {
		String partition = "partition=" + key.partition();
		String file = "%d-%020d".formatted(key.incarnation(), firstSequenceNumber);
		return new ArchiveFile(key, firstSequenceNumber,
				"tmp/%s-%s-%s.parquet".formatted(partition, file, UUID.randomUUID()),
				"commits/%s/%s/%s.parquet".formatted(hour(enqueuedAt), partition, file));
	}

	/**
	 * @return the folders of the hour, which sort as time does
	 */
	static String hour(Instant time) {
		return HOUR.format(time);
	}

}
