package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes an annotations section entry by entry.
 */
final class MapWriter {

	/** Section descriptor, constructor, size and count. */
	static final int OVERHEAD = 12;

	private final ByteBuffer target;

	private final int sizeAt;

	private int items;

	MapWriter(ByteBuffer target, int section) {
		this.target = target;
		target.put((byte) 0x00).put((byte) 0x53).put((byte) section).put((byte) 0xd1);
		this.sizeAt = target.position();
		target.putLong(0);
	}

	MapWriter entry(byte[] symbol, long value) {
		key(symbol);
		this.target.put((byte) 0x81).putLong(value);
		return this;
	}

	MapWriter timestamp(byte[] symbol, long millis) {
		key(symbol);
		this.target.put((byte) 0x83).putLong(millis);
		return this;
	}

	MapWriter entry(byte[] symbol, String value) {
		key(symbol);
		byte[] text = value.getBytes(StandardCharsets.UTF_8);
		this.target.put((byte) 0xb1).putInt(text.length).put(text);
		return this;
	}

	MapWriter entries(RawMap map) {
		this.target.put(map.entries().duplicate());
		this.items += 2 * map.count();
		return this;
	}

	MapWriter entry(ByteBuffer key, ByteBuffer value) {
		this.target.put(key.duplicate()).put(value.duplicate());
		this.items += 2;
		return this;
	}

	void end() {
		this.target.putInt(this.sizeAt, this.target.position() - this.sizeAt - Integer.BYTES);
		this.target.putInt(this.sizeAt + Integer.BYTES, this.items);
	}

	private void key(byte[] symbol) {
		this.target.put((byte) 0xa3).put((byte) symbol.length).put(symbol);
		this.items += 2;
	}

}
