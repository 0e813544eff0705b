package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes one frame of a segment after the other.
 */
final class SegmentReader {

	private final Segment segment;

	private long position;

	private ByteBuffer chunk = ByteBuffer.allocate(0);

	SegmentReader(Segment segment, long position) {
		this.segment = segment;
		this.position = position;
	}

	/**
	 * The next event, or null where no good frame follows.
	 */
	StoredEvent next() throws IOException {
		int length = Frame.length(this.chunk);
		if (length == 0 || length > this.chunk.remaining()) {
			length = refill();
		}
		if (length == 0 || length > this.chunk.remaining()) {
			return null;
		}
		StoredEvent event = Frame.read(this.chunk, length);
		if (event != null) {
			this.position += length;
		}
		return event;
	}

	private int refill() throws IOException {
		if (this.position >= this.segment.size()) {
			return 0;
		}
		this.chunk = this.segment.read(this.position, 0);
		int length = Frame.length(this.chunk);
		if (length > this.chunk.remaining() && length <= this.segment.size() - this.position) {
			this.chunk = this.segment.read(this.position, length);
		}
		return length;
	}

	long position() {
		return this.position;
	}

	Segment segment() {
		return this.segment;
	}

}
