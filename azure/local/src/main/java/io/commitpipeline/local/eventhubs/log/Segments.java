package io.commitpipeline.local.eventhubs.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import io.commitpipeline.local.files.Durability;

/**
 * The files of a log, by the first sequence number in each; there is always one.
 */
final class Segments implements Closeable {

	private static final int LARGEST = 64 * 1024 * 1024;

	private final Path directory;

	private final Durability durability;

	private final ConcurrentNavigableMap<Long, Segment> byFirst = new ConcurrentSkipListMap<>();

	private Segments(Path directory, Durability durability) {
		this.directory = directory;
		this.durability = durability;
	}

	static Segments open(Path directory, Durability durability) throws IOException {
		durability.createDirectories(directory);
		Segments segments = new Segments(directory, durability);
		try (Stream<Path> paths = Files.list(directory)) {
			for (Path file : paths.filter((path) -> path.toString().endsWith(Segment.SUFFIX)).toList()) {
				Segment segment = Segment.open(file);
				segments.byFirst.put(segment.firstSequenceNumber(), segment);
			}
		}
		if (segments.byFirst.isEmpty()) {
			segments.add(0);
		}
		return segments;
	}

	private Segment add(long first) throws IOException {
		Segment segment = Segment.create(this.directory, first);
		this.durability.force(this.directory);
		this.byFirst.put(first, segment);
		return segment;
	}

	/**
	 * The segment that has room for so many bytes, from the given event on.
	 */
	Segment withRoom(int bytes, long next) throws IOException {
		Segment last = last();
		return (last.size() > 0 && last.size() + bytes > LARGEST) ? add(next) : last;
	}

	/**
	 * The segment with an event, or the first one.
	 */
	Segment of(long sequenceNumber) {
		Map.Entry<Long, Segment> entry = this.byFirst.floorEntry(sequenceNumber);
		return (entry != null) ? entry.getValue() : first();
	}

	Segment first() {
		return this.byFirst.firstEntry().getValue();
	}

	Segment last() {
		return this.byFirst.lastEntry().getValue();
	}

	/**
	 * The segment before another one; null if that is the first.
	 */
	Segment before(Segment segment) {
		Map.Entry<Long, Segment> entry = this.byFirst.lowerEntry(segment.firstSequenceNumber());
		return (entry != null) ? entry.getValue() : null;
	}

	/**
	 * Those that can hold an event which was accepted then or later.
	 */
	Collection<Segment> reaching(long millis) throws IOException {
		for (Segment segment : this.byFirst.descendingMap().values()) {
			StoredEvent first = new SegmentReader(segment, 0).next();
			if (first != null && first.enqueuedMillis() < millis) {
				return this.byFirst.tailMap(segment.firstSequenceNumber()).values();
			}
		}
		return this.byFirst.values();
	}

	/**
	 * What a retention leaves.
	 * @param millis events from before are to go
	 * @param bytes how much may stay
	 * @return the first event of the first segment that stays
	 */
	long firstToKeep(long millis, long bytes) throws IOException {
		long size = this.byFirst.values().stream().mapToLong(Segment::size).sum();
		Iterator<Segment> segments = this.byFirst.values().iterator();
		Segment oldest = segments.next();
		while (segments.hasNext()) {
			Segment next = segments.next();
			StoredEvent first = new SegmentReader(next, 0).next();
			boolean old = first != null && first.enqueuedMillis() < millis;
			if (!old && size <= bytes) {
				break;
			}
			size -= oldest.size();
			oldest = next;
		}
		return oldest.firstSequenceNumber();
	}

	/**
	 * Deletes the segments whose events all come before a given one. A reader in one of
	 * them sees its file closed.
	 */
	void deleteBefore(long sequenceNumber) throws IOException {
		while (this.byFirst.size() > 1 && this.byFirst.higherKey(this.byFirst.firstKey()) <= sequenceNumber) {
			this.byFirst.pollFirstEntry().getValue().delete();
		}
	}

	@Override
	public void close() throws IOException {
		for (Segment segment : this.byFirst.values()) {
			segment.close();
		}
	}

}
