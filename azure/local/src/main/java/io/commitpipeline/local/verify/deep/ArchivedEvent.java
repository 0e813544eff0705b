package io.commitpipeline.local.verify.deep;

import java.time.Instant;
import java.util.Map;

import org.apache.parquet.io.api.Binary;

/**
 * What of a row of the archive is needed to count it again.
 */
record ArchivedEvent(int partitionId, long sequenceNumber, Instant enqueuedAt, Map<String, String> properties,
		Binary body) {
}
