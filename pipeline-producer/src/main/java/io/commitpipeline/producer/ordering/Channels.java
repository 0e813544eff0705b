package io.commitpipeline.producer.ordering;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads that are not content with less than was asked for.
 */
final class Channels {

	private Channels() {
	}

	static void readFully(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
		long next = position;
		while (buffer.hasRemaining()) {
			int read = channel.read(buffer, next);
			if (read < 0) {
				throw new EOFException("The file ends at " + next);
			}
			next += read;
		}
	}

}
