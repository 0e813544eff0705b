package io.commitpipeline.producer.replays;

import java.util.UUID;

/**
 * One pass over a source, as far as it has come.
 *
 * @param id its identifier
 * @param previous the run of the same replay before it; null if it is the first
 * @param fingerprint SHA-256 of the source
 * @param stretch its rows: row n of the run is row start + n of the source
 * @param windowRows the W it began with
 * @param partitions of the hub it began with
 * @param rowsBefore rows that earlier runs of the replay have dealt with
 * @param jumpId the jump it began with; null if there was none yet
 * @param windowEnd rows below may have been sent
 * @param nextRow rows below are accepted or can never be
 */
record Run(UUID id, UUID previous, String fingerprint, Stretch stretch, int windowRows, int partitions, long rowsBefore,
		UUID jumpId, long windowEnd, long nextRow) {

	boolean hasOpenWindow() {
		return this.windowEnd > this.nextRow;
	}

	boolean isDone() {
		return this.nextRow >= this.stretch.size();
	}

	/** Where in the order of the source a row of the run stands. */
	long place(long row) {
		return this.stretch.start() + row;
	}

	/** Rows that all runs of the replay together have dealt with. */
	long rowsOfReplay() {
		return this.rowsBefore + this.nextRow;
	}

	Run withWindow(long end) {
		return at(end, this.nextRow);
	}

	Run withProgress(long row) {
		return at(this.windowEnd, row);
	}

	private Run at(long end, long row) {
		return new Run(this.id, this.previous, this.fingerprint, this.stretch, this.windowRows, this.partitions,
				this.rowsBefore, this.jumpId, end, row);
	}

}
