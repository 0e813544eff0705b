package io.commitpipeline.producer.ordering;

import java.io.IOException;

/**
 * Where the rows of a run stand on the commits' own clock. It only knows whole minutes,
 * so the rows of one minute are spread over it.
 */
public class CommitClock {

	private final OrderedRows rows;

	private long first;

	private long end;

	private int minute;

	/**
	 * Reads the clock of these rows.
	 * @param rows in the order of time
	 */
	public CommitClock(OrderedRows rows) {
		this.rows = rows;
	}

	/**
	 * Where a row stands.
	 * @param row its number in the order
	 * @return minutes since the start of the data set's month
	 * @throws IOException if the order cannot be read
	 */
	public double minuteOf(long row) throws IOException {
		if (row < this.first || row >= this.end) {
			show(this.rows.timeOf(row));
		}
		return this.minute + (double) (row - this.first) / (this.end - this.first);
	}

	/**
	 * Finds the first row that stands at a time or behind it.
	 * @param time in minutes, with a fraction
	 * @return its number; the number of rows if there is none
	 * @throws IOException if the order cannot be read
	 */
	public long firstFrom(double time) throws IOException {
		long whole = (long) time;
		long from = this.rows.firstFrom(whole);
		long to = this.rows.firstFrom(whole + 1);
		return from + (long) Math.ceil((time - whole) * (to - from));
	}

	private void show(int minute) throws IOException {
		this.minute = minute;
		this.first = this.rows.firstFrom(minute);
		this.end = this.rows.firstFrom(minute + 1L);
	}

}
