package io.commitpipeline.producer.ordering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a run in their order, on disk.
 */
public class OrderedRows implements Closeable {

	private final FileChannel rows;

	private final FileChannel keys;

	private final long size;

	OrderedRows(FileChannel rows, FileChannel keys, long size) {
		this.rows = rows;
		this.keys = keys;
		this.size = size;
	}

	/**
	 * How many rows there are.
	 * @return their number
	 */
	public long size() {
		return this.size;
	}

	/**
	 * Reads rows that follow each other.
	 * @param from number of the first, from 0
	 * @param most how many at most
	 * @param mostBytes how many bytes at most, but never less than one row
	 * @return the rows, none at the end
	 * @throws IOException if they cannot be read
	 */
	public List<byte[]> read(long from, int most, long mostBytes) throws IOException {
		int wanted = (int) Math.min(most, this.size - from);
		ByteBuffer wantedKeys = ByteBuffer.allocate(wanted * Long.BYTES);
		Channels.readFully(this.keys, wantedKeys, from * Long.BYTES);
		wantedKeys.flip();
		List<byte[]> found = new ArrayList<>(wanted);
		long bytes = 0;
		while (wantedKeys.hasRemaining()) {
			byte[] row = row(RowKey.position(wantedKeys.getLong()));
			bytes += row.length;
			if (bytes > mostBytes && !found.isEmpty()) {
				break;
			}
			found.add(row);
		}
		return found;
	}

	/**
	 * The commit time by which a row was ordered.
	 * @param row its number
	 * @return its rank; 0 in the order of the file
	 * @throws IOException if the order cannot be read
	 */
	public int timeOf(long row) throws IOException {
		ByteBuffer key = ByteBuffer.allocate(Long.BYTES);
		Channels.readFully(this.keys, key, row * Long.BYTES);
		return RowKey.rank(key.getLong(0));
	}

	/**
	 * Finds the first row of a commit time or a later one.
	 * @param time the commit time
	 * @return its number; the number of rows if all are earlier
	 * @throws IOException if the order cannot be read
	 */
	public long firstFrom(long time) throws IOException {
		long low = 0;
		long high = this.size;
		while (low < high) {
			long middle = (low + high) >>> 1;
			if (timeOf(middle) < time) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private byte[] row(long position) throws IOException {
		ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
		Channels.readFully(this.rows, length, position);
		ByteBuffer row = ByteBuffer.allocate(length.getInt(0));
		Channels.readFully(this.rows, row, position + Integer.BYTES);
		return row.array();
	}

	@Override
	public void close() throws IOException {
		try (this.rows) {
			this.keys.close();
		}
	}

}
