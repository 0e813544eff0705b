package io.commitpipeline.processor.hotpath;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which of a run's last rows a partition has brought. Rows further behind than the window
 * have all been accepted before, so what comes from there is a duplicate.
 */
class SeenRows {

	private static final long NONE = -1;

	private final int window;

	/** Bit {@code row % window} stands for the row. */
	private final BitSet seen;

	private long highest;

	private SeenRows(int window, long highest, BitSet seen) {
		this.window = window;
		this.highest = highest;
		this.seen = seen;
	}

	static SeenRows none(int window) {
		return new SeenRows(window, NONE, new BitSet(window));
	}

	/** Of a run that is over: whatever comes was seen before. */
	static SeenRows all(int window) {
		return new SeenRows(window, Long.MAX_VALUE, new BitSet());
	}

	/**
	 * @param bitmap bit i stands for row {@code highest - i}
	 */
	static SeenRows of(int window, long highest, byte[] bitmap) {
		BitSet seen = new BitSet(window);
		BitSet stored = BitSet.valueOf(bitmap);
		for (int i = stored.nextSetBit(0); i >= 0 && i < window; i = stored.nextSetBit(i + 1)) {
			if (highest >= i) {
				seen.set((int) ((highest - i) % window));
			}
		}
		return new SeenRows(window, highest, seen);
	}

	/**
	 * Marks the row.
	 * @return false if it was seen before
	 */
	boolean add(long row) {
		if (row <= this.highest - this.window) {
			return false;
		}
		if (row > this.highest) {
			moveTo(row);
		}
		int bit = (int) (row % this.window);
		boolean first = !this.seen.get(bit);
		this.seen.set(bit);
		return first;
	}

	private void moveTo(long row) {
		if (row - this.highest >= this.window) {
			this.seen.clear();
		}
		else {
			for (long passed = this.highest + 1; passed <= row; passed++) {
				this.seen.clear((int) (passed % this.window));
			}
		}
		this.highest = row;
	}

	/** Whether there is something to remember. */
	boolean isWorthKeeping() {
		return this.highest != NONE && this.highest != Long.MAX_VALUE;
	}

	long highest() {
		return this.highest;
	}

	byte[] bitmap() {
		BitSet bits = new BitSet(this.window);
		for (int i = 0; i < this.window && i <= this.highest; i++) {
			bits.set(i, this.seen.get((int) ((this.highest - i) % this.window)));
		}
		return Arrays.copyOf(bits.toByteArray(), (this.window + Byte.SIZE - 1) / Byte.SIZE);
	}

}
