/**
 * Archives every event in the lake, each exactly once, in Parquet files that the manifest
 * knows.
 */
package io.commitpipeline.processor.coldpath;
