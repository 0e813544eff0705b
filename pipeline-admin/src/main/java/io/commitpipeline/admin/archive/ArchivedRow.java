package io.commitpipeline.admin.archive;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of a file, without its raw bytes. The components are the columns, in snake case.
 */
record ArchivedRow(long sequenceNumber, Instant enqueuedAt, String commitId, String author, Integer time,
		String filePath, Integer linesAdded, Integer linesDeleted, BigDecimal entropy, String message) {
}
