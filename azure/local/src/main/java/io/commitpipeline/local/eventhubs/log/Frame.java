package io.commitpipeline.local.eventhubs.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * An event in a segment: length and checksum of what follows, sequence number, time,
 * message.
 */
final class Frame {

	static final int HEADER = 24;

	private static final int PREFIX = 8;

	private static final int SHORTEST = HEADER - PREFIX;

	private Frame() {
	}

	static void write(ByteBuffer target, long sequenceNumber, long enqueuedMillis, byte[] message) {
		int start = target.position();
		target.putInt(SHORTEST + message.length);
		target.putInt(0);
		target.putLong(sequenceNumber).putLong(enqueuedMillis).put(message);
		target.putInt(start + Integer.BYTES, checksum(target, start + PREFIX, SHORTEST + message.length));
	}

	/**
	 * How many bytes the frame at the buffer's position has in all; 0 if that cannot be
	 * known or cannot be true.
	 */
	static int length(ByteBuffer source) {
		if (source.remaining() < Integer.BYTES) {
			return 0;
		}
		int content = source.getInt(source.position());
		return (content < SHORTEST || content > Integer.MAX_VALUE - PREFIX) ? 0 : PREFIX + content;
	}

	/**
	 * Takes the frame at the buffer's position.
	 * @return its event, or null if the checksum says otherwise
	 */
	static StoredEvent read(ByteBuffer source, int length) {
		int start = source.position();
		if (source.getInt(start + Integer.BYTES) != checksum(source, start + PREFIX, length - PREFIX)) {
			return null;
		}
		long sequenceNumber = source.getLong(start + PREFIX);
		long enqueuedMillis = source.getLong(start + PREFIX + Long.BYTES);
		ByteBuffer message = source.slice(start + HEADER, length - HEADER);
		source.position(start + length);
		return new StoredEvent(sequenceNumber, enqueuedMillis, message);
	}

	private static int checksum(ByteBuffer buffer, int start, int length) {
		CRC32C crc = new CRC32C();
		crc.update(buffer.array(), buffer.arrayOffset() + start, length);
		return (int) crc.getValue();
	}

}
