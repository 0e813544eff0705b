package io.commitpipeline.processor.parquet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import com.jerolba.carpet.annotation.PrecisionScale;
import io.commitpipeline.processor.events.Commit;
import io.commitpipeline.processor.events.ReceivedEvent;
import org.apache.parquet.io.api.Binary;

/**
 * A row of the archive: the event as it came, and the commit's fields where it holds a
 * valid one. The components are the columns, in snake case.
 */
record ArchivedEvent(int partitionId, long sequenceNumber, String offset, Instant enqueuedAt, String partitionKey,
		Map<String, String> properties, Binary body, String commitId, String author, Integer time, String filePath,
		Integer linesAdded, Integer linesDeleted,
		@PrecisionScale(precision = 19, scale = Commit.ENTROPY_SCALE) BigDecimal entropy, String message,
		Double ingestTimestamp) {

	static ArchivedEvent of(int partition, ReceivedEvent event, Commit commit) {
		return new ArchivedEvent(partition, event.sequenceNumber(), event.offset(), event.enqueuedAt(),
				event.partitionKey(), texts(event.properties()), Binary.fromConstantByteArray(event.body()),
				commit.commitId(), commit.author(), commit.time(), commit.filePath(), commit.linesAdded(),
				commit.linesDeleted(), BigDecimal.valueOf(commit.entropy(), Commit.ENTROPY_SCALE), commit.message(),
				commit.ingestTimestamp());
	}

	static ArchivedEvent ofInvalid(int partition, ReceivedEvent event) {
		return new ArchivedEvent(partition, event.sequenceNumber(), event.offset(), event.enqueuedAt(),
				event.partitionKey(), texts(event.properties()), Binary.fromConstantByteArray(event.body()), null, null,
				null, null, null, null, null, null, null);
	}

	private static Map<String, String> texts(Map<String, Object> properties) {
		Map<String, String> texts = new TreeMap<>();
		properties.forEach((name, value) -> texts.put(name, (value != null) ? value.toString() : null));
		return texts;
	}

}
