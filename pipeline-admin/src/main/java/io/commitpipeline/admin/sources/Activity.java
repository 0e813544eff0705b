package io.commitpipeline.admin.sources;

import java.util.List;

/**
 * How many rows there are in each stretch of commit time, from 0.
 *
 * @param step minutes in a stretch
 * @param rows rows by stretch
 */
public record Activity(int step, List<Long> rows) {

	/** Minutes from 0 to the end of the last stretch. */
	public int minutes() {
		return this.step * this.rows.size();
	}

	public long peak() {
		return this.rows.stream().mapToLong(Long::longValue).max().orElse(0);
	}

}
