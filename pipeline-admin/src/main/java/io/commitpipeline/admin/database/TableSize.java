package io.commitpipeline.admin.database;

import java.time.Instant;

/**
 * A table and what it takes.
 */
record TableSize(String name, long rowEstimate, long tableBytes, long indexBytes, long totalBytes, long deadRows,
		Instant vacuumedAt) {
}
