package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.vertx.core.buffer.Buffer;

/**
 * Writes frames with all their fields. AMQP allows an encoder to leave out the last ones
 * if they are null, and the engine does; the service does not, and there are clients that
 * count on it.
 */
final class FullFrames {

	/** By so many bytes a frame can become larger. */
	static final int LARGEST_GROWTH = 32;

	private static final int HEADER = 8;

	private static final int PROTOCOL = 0x414d5150;

	/** Of the performatives 0x10 (open) to 0x18 (close). */
	private static final int[] FIELDS = { 10, 8, 14, 11, 11, 6, 3, 1, 1 };

	private static final byte[] NULLS = new byte[14];

	private static final int FIRST = 0x10;

	private ByteBuffer unfinished = ByteBuffer.allocate(0);

	static {
		Arrays.fill(NULLS, (byte) 0x40);
	}

	/**
	 * Takes bytes of the engine, which need not end with a frame.
	 * @param bytes what follows the last ones
	 * @param largestFrame of the peer, unsigned; what would be larger stays as it is
	 * @return whole frames
	 */
	Buffer fill(byte[] bytes, int largestFrame) {
		ByteBuffer frames = ByteBuffer.allocate(this.unfinished.remaining() + bytes.length)
			.put(this.unfinished)
			.put(bytes)
			.flip();
		Buffer full = Buffer.buffer(frames.remaining() + 256);
		while (frames.remaining() >= HEADER && frames.remaining() >= size(frames)) {
			int size = size(frames);
			write(frames.slice(frames.position(), size), full, largestFrame);
			frames.position(frames.position() + size);
		}
		this.unfinished = frames.slice();
		return full;
	}

	private static int size(ByteBuffer frames) {
		int size = frames.getInt(frames.position());
		return (size == PROTOCOL) ? HEADER : size;
	}

	private static void write(ByteBuffer frame, Buffer full, int largestFrame) {
		FieldList fields = FieldList.of(frame);
		int missing = (fields != null) ? FIELDS[fields.code() - FIRST] - fields.count() : 0;
		if (missing <= 0 || Integer.compareUnsigned(frame.limit() + LARGEST_GROWTH, largestFrame) > 0) {
			full.appendBytes(frame.array(), frame.arrayOffset(), frame.limit());
			return;
		}
		int content = fields.length() + missing;
		boolean small = content < 255;
		int growth = missing + (small ? 3 : 9) - (fields.start() - fields.at());
		full.appendInt(frame.limit() + growth);
		full.appendBytes(frame.array(), frame.arrayOffset() + 4, fields.at() - 4);
		if (small) {
			full.appendByte((byte) 0xc0).appendByte((byte) (content + 1)).appendByte((byte) (fields.count() + missing));
		}
		else {
			full.appendByte((byte) 0xd0).appendInt(content + 4).appendInt(fields.count() + missing);
		}
		full.appendBytes(frame.array(), frame.arrayOffset() + fields.start(), fields.length());
		full.appendBytes(NULLS, 0, missing);
		int end = fields.start() + fields.length();
		full.appendBytes(frame.array(), frame.arrayOffset() + end, frame.limit() - end);
	}

	/**
	 * The list in a frame.
	 *
	 * @param code the performative's
	 * @param at where the list's constructor stands
	 * @param count how many fields there are
	 * @param start where the first field stands
	 * @param length of all fields, in bytes
	 */
	private record FieldList(int code, int at, int count, int start, int length) {

		/**
		 * Null for frames of other kinds.
		 */
		private static FieldList of(ByteBuffer frame) {
			int body = 4 * frame.get(4);
			boolean described = frame.get(5) == 0 && frame.limit() >= body + 4 && frame.get(body) == 0
					&& frame.get(body + 1) == 0x53;
			int code = described ? frame.get(body + 2) : 0;
			if (code < FIRST || code >= FIRST + FIELDS.length) {
				return null;
			}
			int at = body + 3;
			return switch (frame.get(at) & 0xff) {
				case 0x45 -> new FieldList(code, at, 0, at + 1, 0);
				case 0xc0 -> new FieldList(code, at, frame.get(at + 2) & 0xff, at + 3, (frame.get(at + 1) & 0xff) - 1);
				case 0xd0 -> new FieldList(code, at, frame.getInt(at + 5), at + 9, frame.getInt(at + 1) - 4);
				default -> null;
			};
		}

	}

}
