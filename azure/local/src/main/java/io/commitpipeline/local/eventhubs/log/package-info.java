/**
 * One partition's events on disk: append-only segments with checksums, read from any
 * sequence number.
 */
package io.commitpipeline.local.eventhubs.log;
