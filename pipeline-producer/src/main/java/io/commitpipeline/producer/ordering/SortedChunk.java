package io.commitpipeline.producer.ordering;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Ascending keys in a part of a file, read through a small buffer.
 */
class SortedChunk {

	private final FileChannel channel;

	private final long end;

	private final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024).limit(0);

	private long position;

	private long head;

	SortedChunk(FileChannel channel, long start, int count) {
		this.channel = channel;
		this.position = start;
		this.end = start + (long) count * Long.BYTES;
	}

	/** Goes on to the next key; false if there is none. */
	boolean advance() throws IOException {
		if (!this.buffer.hasRemaining() && this.position < this.end) {
			fill();
		}
		if (!this.buffer.hasRemaining()) {
			return false;
		}
		this.head = this.buffer.getLong();
		return true;
	}

	long head() {
		return this.head;
	}

	private void fill() throws IOException {
		this.buffer.clear().limit((int) Math.min(this.buffer.capacity(), this.end - this.position));
		Channels.readFully(this.channel, this.buffer, this.position);
		this.position += this.buffer.limit();
		this.buffer.flip();
	}

}
