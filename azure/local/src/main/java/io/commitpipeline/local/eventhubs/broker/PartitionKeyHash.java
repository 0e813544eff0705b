package io.commitpipeline.local.eventhubs.broker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Jenkins' lookup3, as the service and its SDKs use it to choose a key's partition.
 */
final class PartitionKeyHash {

	private static final int BLOCK = 12;

	private int a;

	private int b;

	private int c;

	private PartitionKeyHash(int length) {
		this.a = 0xdeadbeef + length;
		this.b = this.a;
		this.c = this.a;
	}

	static int partition(String key, int partitions) {
		return Math.abs(hash(key) % partitions);
	}

	static short hash(String key) {
		byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
		PartitionKeyHash hash = new PartitionKeyHash(bytes.length);
		if (bytes.length > 0) {
			hash.digest(bytes);
		}
		return (short) (hash.c ^ hash.b);
	}

	/**
	 * Zeroes behind the end add nothing, which is what lookup3 does with a last short
	 * block.
	 */
	private void digest(byte[] bytes) {
		int blocks = (bytes.length + BLOCK - 1) / BLOCK;
		ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).put(bytes).flip().order(ByteOrder.LITTLE_ENDIAN);
		padded.limit(padded.capacity());
		for (int block = 1; block < blocks; block++) {
			add(padded);
			mix();
		}
		add(padded);
		finish();
	}

	private void add(ByteBuffer block) {
		this.a += block.getInt();
		this.b += block.getInt();
		this.c += block.getInt();
	}

	private void mix() {
		this.a = (this.a - this.c) ^ Integer.rotateLeft(this.c, 4);
		this.c += this.b;
		this.b = (this.b - this.a) ^ Integer.rotateLeft(this.a, 6);
		this.a += this.c;
		this.c = (this.c - this.b) ^ Integer.rotateLeft(this.b, 8);
		this.b += this.a;
		this.a = (this.a - this.c) ^ Integer.rotateLeft(this.c, 16);
		this.c += this.b;
		this.b = (this.b - this.a) ^ Integer.rotateLeft(this.a, 19);
		this.a += this.c;
		this.c = (this.c - this.b) ^ Integer.rotateLeft(this.b, 4);
		this.b += this.a;
	}

	private void finish() {
		this.c = (this.c ^ this.b) - Integer.rotateLeft(this.b, 14);
		this.a = (this.a ^ this.c) - Integer.rotateLeft(this.c, 11);
		this.b = (this.b ^ this.a) - Integer.rotateLeft(this.a, 25);
		this.c = (this.c ^ this.b) - Integer.rotateLeft(this.b, 16);
		this.a = (this.a ^ this.c) - Integer.rotateLeft(this.c, 4);
		this.b = (this.b ^ this.a) - Integer.rotateLeft(this.a, 14);
		this.c = (this.c ^ this.b) - Integer.rotateLeft(this.b, 24);
	}

}
