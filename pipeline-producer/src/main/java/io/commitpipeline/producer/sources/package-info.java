/**
 * Commit logs in the lake's file system {@code sources}.
 */
package io.commitpipeline.producer.sources;
