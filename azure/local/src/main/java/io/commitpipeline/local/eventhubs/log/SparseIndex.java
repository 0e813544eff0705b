package io.commitpipeline.local.eventhubs.log;

import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Where every 64 KB of a segment begin, by sequence number and by time.
 */
final class SparseIndex {

	private static final int SPACING = 64 * 1024;

	private final NavigableMap<Long, Long> bySequenceNumber = new ConcurrentSkipListMap<>();

	private final NavigableMap<Long, Long> byTime = new ConcurrentSkipListMap<>();

	private long next;

	void add(long position, long sequenceNumber, long enqueuedMillis) {
		if (position >= this.next) {
			this.bySequenceNumber.put(sequenceNumber, position);
			this.byTime.put(enqueuedMillis, position);
			this.next = position + SPACING;
		}
	}

	long atOrBefore(long sequenceNumber) {
		return position(this.bySequenceNumber.floorEntry(sequenceNumber));
	}

	/**
	 * Events of one time can lie on both sides of an entry, so this is the last one that
	 * is older.
	 */
	long before(long enqueuedMillis) {
		return position(this.byTime.lowerEntry(enqueuedMillis));
	}

	private static long position(Map.Entry<Long, Long> entry) {
		return (entry != null) ? entry.getValue() : 0;
	}

}
