package io.commitpipeline.admin.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where others find the archive.
 *
 * @param location a directory or address that DuckDB reads, without a slash at the end;
 * derived from the lake's endpoint unless set
 */
@ConfigurationProperties("pipeline.archive")
record ArchiveProperties(String location) {
}
