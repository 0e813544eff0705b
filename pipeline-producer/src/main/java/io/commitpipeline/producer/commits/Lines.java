package io.commitpipeline.producer.commits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file, whatever ends them. A line without an end costs no more memory
 * than the longest row that could be sent.
 */
class Lines {

	/** An event of 1 MiB is a row of less than twice that, quotes doubled. */
	static final int LONGEST = 2 * 1024 * 1024;

	private final InputStream in;

	private final byte[] buffer = new byte[64 * 1024];

	private final ByteArrayOutputStream taken = new ByteArrayOutputStream(1024);

	private int position;

	private int limit;

	private boolean cut;

	private long number;

	Lines(InputStream in) {
		this.in = in;
	}

	/** The next line, or null at the end. */
	Line next() throws IOException {
		this.taken.reset();
		this.cut = false;
		boolean ended = false;
		while (!ended && filled()) {
			int end = endOfLine();
			ended = end < this.limit;
			takeUntil(end);
		}
		if (ended) {
			takeLineEnd();
		}
		else if (this.taken.size() == 0) {
			return null;
		}
		this.number++;
		return new Line(this.number, this.taken.toByteArray(), this.cut);
	}

	private int endOfLine() {
		int end = this.position;
		while (end < this.limit && this.buffer[end] != '\n' && this.buffer[end] != '\r') {
			end++;
		}
		return end;
	}

	private void takeLineEnd() throws IOException {
		boolean carriageReturn = this.buffer[this.position] == '\r';
		takeUntil(this.position + 1);
		if (carriageReturn && filled() && this.buffer[this.position] == '\n') {
			takeUntil(this.position + 1);
		}
	}

	private void takeUntil(int end) {
		int room = LONGEST - this.taken.size();
		int length = Math.min(end - this.position, Math.max(room, 0));
		this.taken.write(this.buffer, this.position, length);
		this.cut |= length < end - this.position;
		this.position = end;
	}

	private boolean filled() throws IOException {
		if (this.position == this.limit) {
			this.position = 0;
			this.limit = Math.max(this.in.read(this.buffer), 0);
		}
		return this.limit > 0;
	}

}
