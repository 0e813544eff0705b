package io.commitpipeline.local.eventhubs.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Where every 64 KB of a segment begin, by sequence number and by time.
 */
final class SparseIndex {

	private static final int SPACING = 64 * 1024;

	private final List<Entry> entries = new ArrayList<>();

	synchronized void add(long position, long sequenceNumber, long enqueuedMillis) {
		if (this.entries.isEmpty() || position - this.entries.get(this.entries.size() - 1).position() >= SPACING) {
			this.entries.add(new Entry(position, sequenceNumber, enqueuedMillis));
		}
	}

	synchronized Entry atOrBefore(long sequenceNumber) {
		return this.entries.get(Math.max(0, lowest(Entry::sequenceNumber, sequenceNumber + 1) - 1));
	}

	/**
	 * Events of one time can lie on both sides of an entry, so this is the last one that
	 * is older.
	 */
	synchronized Entry before(long enqueuedMillis) {
		return this.entries.get(Math.max(0, lowest(Entry::enqueuedMillis, enqueuedMillis) - 1));
	}

	synchronized boolean isEmpty() {
		return this.entries.isEmpty();
	}

	private int lowest(ToLongFunction<Entry> key, long atLeast) {
		int low = 0;
		int high = this.entries.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (key.applyAsLong(this.entries.get(middle)) < atLeast) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	record Entry(long position, long sequenceNumber, long enqueuedMillis) {
	}

}
