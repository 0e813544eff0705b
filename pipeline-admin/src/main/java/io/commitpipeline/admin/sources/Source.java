package io.commitpipeline.admin.sources;

import java.time.Instant;

/**
 * A commit log in the lake, as the producer has listed it.
 *
 * @param path where it lies in the file system
 * @param bytes its size
 * @param modifiedAt when it was written
 * @param read whether the producer has read it as it is now
 * @param problem why it is no commit log, null if it is one
 * @param validRows rows that are valid commits, null before it was read
 * @param rejectedRows rows that are not
 * @param firstTime commit time of the earliest row, in minutes
 * @param lastTime commit time of the latest row
 */
public record Source(String path, long bytes, Instant modifiedAt, boolean read, String problem, Long validRows,
		Long rejectedRows, Integer firstTime, Integer lastTime) {

	public boolean isReplayable() {
		return this.problem == null;
	}

	/** In one word. */
	public String validity() {
		if (!this.read) {
			return "unread";
		}
		if (this.problem != null) {
			return "unusable";
		}
		return (this.rejectedRows > 0) ? "flawed" : "valid";
	}

}
