package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;

/**
 * A section of a message: its descriptor's code, its value and all of its bytes.
 */
record Section(int code, ByteBuffer value, ByteBuffer bytes) {

	static final int HEADER = 0x70;

	static final int DELIVERY_ANNOTATIONS = 0x71;

	static final int MESSAGE_ANNOTATIONS = 0x72;

	static final int DATA = 0x75;

	static final int VALUE = 0x77;

	static final int FOOTER = 0x78;

	static Section take(ByteBuffer source) {
		int start = source.position();
		if (source.get() != 0) {
			throw new IllegalArgumentException("a section begins without a descriptor");
		}
		int code = code(source);
		if (code < HEADER || code > FOOTER) {
			throw new IllegalArgumentException("no section has the code " + code);
		}
		ByteBuffer value = RawValues.take(source);
		return new Section(code, value, source.slice(start, source.position() - start));
	}

	private static int code(ByteBuffer source) {
		return switch (source.get() & 0xff) {
			case 0x53 -> source.get() & 0xff;
			case 0x80 -> (int) source.getLong();
			default -> throw new IllegalArgumentException("a section's descriptor is not a number");
		};
	}

	boolean isBody() {
		return this.code >= DATA && this.code <= VALUE;
	}

	/**
	 * What a Data section holds.
	 */
	ByteBuffer binary() {
		ByteBuffer source = this.value.duplicate();
		int length = switch (source.get() & 0xff) {
			case 0xa0 -> source.get() & 0xff;
			case 0xb0 -> RawValues.length(source);
			default -> throw new IllegalArgumentException("a Data section holds no binary");
		};
		return source.slice(source.position(), length);
	}

}
