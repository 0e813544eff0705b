package io.commitpipeline.producer.replays;

import java.io.IOException;

import io.commitpipeline.producer.ordering.OrderedRows;

/**
 * A place in the order of a source: by row, by commit time, or none.
 *
 * @param row its number; null if that does not say it
 * @param time its commit time; null if that does not say it
 */
record Position(Long row, Integer time) {

	/**
	 * Finds the row.
	 * @param rows in their order
	 * @param otherwise where no place is said
	 * @return its number, at most the number of rows
	 */
	long in(OrderedRows rows, long otherwise) throws IOException {
		if (this.time != null) {
			return rows.firstFrom(this.time);
		}
		return (this.row != null) ? Math.min(this.row, rows.size()) : otherwise;
	}

}
