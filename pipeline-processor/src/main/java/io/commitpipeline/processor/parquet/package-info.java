/**
 * The archive's file format: every event as it came, and the fields of those that hold a
 * commit.
 */
package io.commitpipeline.processor.parquet;
