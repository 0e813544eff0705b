package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;

/**
 * The entries of an encoded map, one behind the other.
 *
 * @param count how many entries
 * @param entries their bytes
 */
record RawMap(int count, ByteBuffer entries) {

	static final RawMap EMPTY = new RawMap(0, ByteBuffer.allocate(0));

	static RawMap of(ByteBuffer value) {
		ByteBuffer source = value.duplicate();
		int items;
		switch (source.get() & 0xff) {
			case 0xc1 -> {
				source.get();
				items = source.get() & 0xff;
			}
			case 0xd1 -> {
				source.getInt();
				items = source.getInt();
			}
			default -> throw new IllegalArgumentException("annotations are no map");
		}
		if (items < 0 || items % 2 != 0) {
			throw new IllegalArgumentException("a map of %d keys and values".formatted(items));
		}
		return new RawMap(items / 2, source.slice());
	}

}
