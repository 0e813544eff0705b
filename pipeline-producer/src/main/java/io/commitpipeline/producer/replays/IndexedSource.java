package io.commitpipeline.producer.replays;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import io.commitpipeline.producer.ordering.OrderedRows;

/**
 * A source whose rows are known and lie in the order of the run.
 *
 * @param fingerprint SHA-256 of the file
 * @param rows the valid commits
 * @param rejectedRows how many rows are not
 * @param rejections the first of them
 */
record IndexedSource(String fingerprint, OrderedRows rows, long rejectedRows,
		List<Rejection> rejections) implements Closeable {

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
