package io.commitpipeline.producer.ordering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Takes rows in the order of their file and hands them out in the order of the run. The
 * rows are written once, as they come; only their keys are sorted.
 */
public class OrderedRowsBuilder implements Closeable {

	private final RowOrder order;

	private final FileChannel rows;

	private final KeySorter keys;

	private ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);

	private long position;

	private long count;

	private boolean handedOver;

	/**
	 * Begins an empty order.
	 * @param order how to order
	 * @param directory where the scratch files lie
	 * @throws IOException if they cannot be created
	 */
	public OrderedRowsBuilder(RowOrder order, Path directory) throws IOException {
		this.order = order;
		this.rows = ScratchFile.create(directory);
		this.keys = new KeySorter(directory);
	}

	/**
	 * Adds the file's next row.
	 * @param time its rank in {@link RowOrder#TIME}, not negative
	 * @param row its bytes
	 * @throws IOException if it cannot be written
	 */
	public void add(int time, byte[] row) throws IOException {
		int size = Integer.BYTES + row.length;
		int padding = Math.floorMod(-size, RowKey.ALIGNMENT);
		if (this.position + size + padding > RowKey.LARGEST_FILE) {
			throw new IOException("The rows are more than " + RowKey.LARGEST_FILE + " bytes");
		}
		this.keys.add(RowKey.of((this.order == RowOrder.TIME) ? time : 0, this.position));
		makeRoom(size + padding);
		this.buffer.putInt(row.length).put(row).put(new byte[padding]);
		this.position += size + padding;
		this.count++;
	}

	/**
	 * Orders what was added.
	 * @return the rows in their order, to be closed by the caller
	 * @throws IOException if they cannot be written
	 */
	public OrderedRows build() throws IOException {
		flush();
		OrderedRows ordered = new OrderedRows(this.rows, this.keys.sort(), this.count);
		this.handedOver = true;
		return ordered;
	}

	private void makeRoom(int size) throws IOException {
		if (this.buffer.remaining() < size) {
			flush();
		}
		if (this.buffer.capacity() < size) {
			this.buffer = ByteBuffer.allocate(size);
		}
	}

	private void flush() throws IOException {
		this.buffer.flip();
		while (this.buffer.hasRemaining()) {
			this.rows.write(this.buffer);
		}
		this.buffer.clear();
	}

	@Override
	public void close() throws IOException {
		try (this.keys) {
			if (!this.handedOver) {
				this.rows.close();
			}
		}
	}

}
