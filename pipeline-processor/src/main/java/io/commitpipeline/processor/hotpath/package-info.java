/**
 * Counts commits into PostgreSQL, each exactly once.
 */
package io.commitpipeline.processor.hotpath;
