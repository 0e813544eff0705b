package io.commitpipeline.producer.replays;

import java.util.UUID;

/**
 * One pass over a source, as far as it has come.
 *
 * @param id its identifier
 * @param fingerprint SHA-256 of the source
 * @param totalRows rows that are valid commits
 * @param windowRows the W it began with
 * @param partitions of the hub it began with
 * @param windowEnd rows below may have been sent
 * @param nextRow rows below are accepted or can never be
 */
record Run(UUID id, String fingerprint, long totalRows, int windowRows, int partitions, long windowEnd, long nextRow) {

	boolean hasOpenWindow() {
		return this.windowEnd > this.nextRow;
	}

	boolean isDone() {
		return this.nextRow >= this.totalRows;
	}

	Run withWindow(long end) {
		return new Run(this.id, this.fingerprint, this.totalRows, this.windowRows, this.partitions, end, this.nextRow);
	}

	Run withProgress(long row) {
		return new Run(this.id, this.fingerprint, this.totalRows, this.windowRows, this.partitions, this.windowEnd,
				row);
	}

}
