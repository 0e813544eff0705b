package io.commitpipeline.admin.database;

import java.time.Instant;

/**
 * A step of the schema.
 */
record Migration(int rank, String version, String description, Instant installedOn, long millis, boolean success) {
}
