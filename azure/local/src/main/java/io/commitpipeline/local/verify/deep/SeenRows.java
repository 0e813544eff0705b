package io.commitpipeline.local.verify.deep;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * All rows that the archive has brought, run by run: unlike the processor, which
 * remembers a window of them, the check remembers every one.
 */
final class SeenRows {

	private static final int CHUNK = 1 << 16;

	private final Map<Chunk, BitSet> chunks = new HashMap<>();

	/**
	 * Marks a row.
	 * @return false if it was there before
	 */
	boolean add(RunRow row, int partition) {
		BitSet bits = this.chunks.computeIfAbsent(new Chunk(row.run(), partition, row.row() / CHUNK),
				(chunk) -> new BitSet());
		int bit = (int) (row.row() % CHUNK);
		boolean first = !bits.get(bit);
		bits.set(bit);
		return first;
	}

	private record Chunk(UUID run, int partition, long number) {
	}

}
