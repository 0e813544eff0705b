package io.commitpipeline.producer.replays;

import java.io.IOException;

import io.commitpipeline.producer.ordering.OrderedRows;

/**
 * The rows that a run is to send.
 *
 * @param start the first, in the order of the source
 * @param size how many
 */
record Stretch(long start, long size) {

	/** All of a replay's range. */
	static Stretch of(Replay replay, OrderedRows rows) throws IOException {
		long start = replay.from().in(rows, 0);
		long end = replay.to().in(rows, rows.size());
		if (start >= end && rows.size() > 0) {
			throw new ReplayFailedException("The range holds no row: it goes from row " + start + " to before row "
					+ end + ", and the source has " + rows.size() + " rows");
		}
		return new Stretch(start, end - start);
	}

	/** What is left of it from a position. */
	Stretch from(Position position, OrderedRows rows) throws IOException {
		long end = this.start + this.size;
		long from = Math.max(this.start, Math.min(end, position.in(rows, this.start)));
		return new Stretch(from, end - from);
	}

}
