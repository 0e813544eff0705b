package io.commitpipeline.producer.ordering;

/**
 * Where a row belongs and where it lies, in one number that sorts: 31 bits of rank over
 * 32 bits of position, in units of four bytes.
 */
final class RowKey {

	/** Rows start at multiples of this. */
	static final int ALIGNMENT = 4;

	/** What the position of a row can say: 16 GiB. */
	static final long LARGEST_FILE = (1L << 32) * ALIGNMENT;

	private RowKey() {
	}

	static long of(int rank, long position) {
		return ((long) rank << 32) | (position / ALIGNMENT);
	}

	static int rank(long key) {
		return (int) (key >>> 32);
	}

	static long position(long key) {
		return (key & 0xFFFF_FFFFL) * ALIGNMENT;
	}

}
