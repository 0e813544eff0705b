package io.commitpipeline.admin.database;

import java.time.Duration;
import java.time.Instant;

/**
 * The database server at a glance.
 *
 * @param version its version
 * @param database the database's name
 * @param bytes its size
 * @param startedAt when the server started
 * @param connections how many there are
 * @param maxConnections how many there can be
 * @param cacheHits the part of reads that needed no disk, from 0 to 1, null before any
 * read
 * @param transactionSeconds how long the longest transaction lasts, null if none is seen
 */
record Server(String version, String database, long bytes, Instant startedAt, long connections, long maxConnections,
		Double cacheHits, Double transactionSeconds) {

	public Duration longestTransaction() {
		return (this.transactionSeconds != null) ? Duration.ofMillis((long) (this.transactionSeconds * 1000)) : null;
	}

}
