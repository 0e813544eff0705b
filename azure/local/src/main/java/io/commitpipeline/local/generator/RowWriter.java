package io.commitpipeline.local.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Numbers rows and writes them.
 */
final class RowWriter {

	private static final int SHORTEST_NUMBER = 7;

	private final OutputStream out;

	private final StringBuilder row = new StringBuilder(256);

	private byte[] bytes = new byte[256];

	private long number;

	RowWriter(OutputStream out) {
		this.out = out;
		begin();
	}

	/**
	 * The row to complete; it begins with its id.
	 */
	StringBuilder row() {
		return this.row;
	}

	void write() {
		this.row.append('\n');
		int length = this.row.length();
		if (length > this.bytes.length) {
			this.bytes = new byte[2 * length];
		}
		for (int i = 0; i < length; i++) {
			this.bytes[i] = (byte) this.row.charAt(i);
		}
		try {
			this.out.write(this.bytes, 0, length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		begin();
	}

	private void begin() {
		this.number++;
		this.row.setLength(0);
		this.row.append("c_");
		String digits = Long.toString(this.number);
		this.row.append("0".repeat(Math.max(0, SHORTEST_NUMBER - digits.length()))).append(digits).append(',');
	}

}
