/**
 * Puts a commit log into the lake and asks the producer, through the database, to replay
 * it.
 */
package io.commitpipeline.local.replays;
