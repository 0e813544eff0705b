package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encoded AMQP values, read without making objects of them.
 */
final class RawValues {

	private static final int DESCRIBED = 0x00;

	private RawValues() {
	}

	/**
	 * Moves behind the value at the buffer's position. A value may be described by a
	 * value that is described itself, as often as a stranger likes.
	 */
	static void skip(ByteBuffer source) {
		for (long values = 1; values > 0; values--) {
			int constructor = source.get() & 0xff;
			if (constructor == DESCRIBED) {
				values += 2;
			}
			else {
				int width = width(constructor, source);
				source.position(source.position() + width);
			}
		}
	}

	private static int width(int constructor, ByteBuffer source) {
		return switch (constructor >> 4) {
			case 0x4 -> 0;
			case 0x5 -> 1;
			case 0x6 -> 2;
			case 0x7 -> 4;
			case 0x8 -> 8;
			case 0x9 -> 16;
			case 0xa, 0xc, 0xe -> source.get() & 0xff;
			case 0xb, 0xd, 0xf -> length(source);
			default -> throw new IllegalArgumentException("no AMQP type has the code " + constructor);
		};
	}

	/**
	 * The length of a variable value: not below zero, not beyond what is there.
	 */
	static int length(ByteBuffer source) {
		int length = source.getInt();
		if (length < 0 || length > source.remaining()) {
			throw new IllegalArgumentException("a value of %d bytes in %d".formatted(length, source.remaining()));
		}
		return length;
	}

	/**
	 * Takes the value at the buffer's position as bytes with their constructor.
	 */
	static ByteBuffer take(ByteBuffer source) {
		int start = source.position();
		skip(source);
		return source.slice(start, source.position() - start);
	}

	/**
	 * A string or symbol as text, null if it is something else.
	 */
	static String text(ByteBuffer value) {
		ByteBuffer source = value.duplicate();
		int length = switch (source.get() & 0xff) {
			case 0xa1, 0xa3 -> source.get() & 0xff;
			case 0xb1, 0xb3 -> length(source);
			default -> -1;
		};
		return (length < 0) ? null : StandardCharsets.UTF_8.decode(source.slice(source.position(), length)).toString();
	}

}
