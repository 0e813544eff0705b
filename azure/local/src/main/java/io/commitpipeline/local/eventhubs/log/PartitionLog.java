package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;

import io.commitpipeline.local.files.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one partition. One thread appends at a time, any number read.
 */
public final class PartitionLog implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PartitionLog.class);

	private final Path directory;

	private final boolean fsync;

	private final Segments segments;

	private volatile LogEnd end = new LogEnd(0, 0);

	private volatile long begin;

	private volatile boolean closed;

	private PartitionLog(Path directory, Segments segments, boolean fsync) {
		this.directory = directory;
		this.segments = segments;
		this.fsync = fsync;
	}

	/**
	 * Opens or creates a log; what a killed writer left half-written is cut.
	 * @param directory where its segments lie
	 * @param fsync whether an append waits for the disk
	 * @return the log
	 * @throws IOException if it cannot be read, or is damaged elsewhere than at its end
	 */
	public static PartitionLog open(Path directory, boolean fsync) throws IOException {
		PartitionLog log = new PartitionLog(directory, Segments.open(directory, new Durability(fsync)), fsync);
		log.begin = Math.max(BeginFile.read(directory), log.segments.first().firstSequenceNumber());
		log.scanTail();
		log.segments.deleteBefore(log.begin);
		return log;
	}

	/**
	 * Only the last segment can end in an unfinished write: the others were whole before
	 * the next one was begun.
	 */
	private void scanTail() throws IOException {
		Segment last = this.segments.last();
		this.end = last.scan(new LogEnd(last.firstSequenceNumber(), 0));
		Segment before = this.segments.before(last);
		if (this.end.nextSequenceNumber() == last.firstSequenceNumber() && before != null) {
			this.end = new LogEnd(last.firstSequenceNumber(), lastTime(before));
		}
		long torn = last.cutTail();
		if (torn > 0) {
			logger.warn("{}: cut {} bytes of an unfinished write after event {}", last.path(), torn,
					this.end.nextSequenceNumber() - 1);
		}
	}

	private static long lastTime(Segment segment) throws IOException {
		LogEnd end = segment.scan(new LogEnd(segment.firstSequenceNumber(), 0));
		if (segment.tornBytes() > 0) {
			throw new CorruptLogException(segment.path(), segment.size());
		}
		return end.lastEnqueuedMillis();
	}

	/**
	 * Writes events behind the last one.
	 * @param messages encoded AMQP messages
	 * @param nowMillis when they are accepted; a clock that went back does not count
	 * @return the sequence number of the first
	 * @throws IOException if they could not be written; then none of them is
	 */
	public synchronized long append(List<byte[]> messages, long nowMillis) throws IOException {
		if (this.closed) {
			throw new ClosedChannelException();
		}
		long first = this.end.nextSequenceNumber();
		long enqueued = Math.max(nowMillis, this.end.lastEnqueuedMillis());
		ByteBuffer frames = frames(messages, first, enqueued);
		this.segments.withRoom(frames.remaining(), first).append(frames, first, enqueued, this.fsync);
		this.end = new LogEnd(first + messages.size(), enqueued);
		return first;
	}

	private static ByteBuffer frames(List<byte[]> messages, long first, long enqueuedMillis) {
		int bytes = messages.stream().mapToInt((message) -> Frame.HEADER + message.length).sum();
		ByteBuffer frames = ByteBuffer.allocate(bytes);
		long sequenceNumber = first;
		for (byte[] message : messages) {
			Frame.write(frames, sequenceNumber++, enqueuedMillis, message);
		}
		return frames.flip();
	}

	/**
	 * How far the log reaches at this moment.
	 */
	public LogEnd end() {
		return this.end;
	}

	/**
	 * The first sequence number that is still there.
	 */
	public long firstSequenceNumber() {
		return this.begin;
	}

	/**
	 * Gives up what is too old or too much, segment by segment; the last one stays.
	 * @param millis events from before are given up
	 * @param bytes how much may stay
	 * @throws IOException if that cannot be kept
	 */
	public synchronized void retain(long millis, long bytes) throws IOException {
		long first = this.segments.firstToKeep(millis, bytes);
		if (!this.closed && first > this.begin) {
			expireBefore(first);
		}
	}

	/**
	 * Gives up the oldest events; segments that hold no other ones are deleted.
	 * @param sequenceNumber the first event that stays; the next to come at most
	 * @throws IOException if that cannot be kept
	 */
	public synchronized void expireBefore(long sequenceNumber) throws IOException {
		if (sequenceNumber < this.begin || sequenceNumber > this.end.nextSequenceNumber()) {
			throw new IllegalArgumentException("%s holds %d to %d: it cannot begin at %d".formatted(this.directory,
					this.begin, this.end.nextSequenceNumber() - 1, sequenceNumber));
		}
		BeginFile.write(this.directory, sequenceNumber);
		this.begin = sequenceNumber;
		this.segments.deleteBefore(sequenceNumber);
	}

	/**
	 * A reader whose first event is the given one, or the first that is still there.
	 * @param sequenceNumber where to begin
	 * @return the reader
	 */
	public LogReader readFrom(long sequenceNumber) {
		return new LogReader(this, Math.max(sequenceNumber, firstSequenceNumber()));
	}

	/**
	 * The first event that was accepted then or later.
	 * @param millis a time
	 * @return its sequence number; the next one to come if there is none
	 * @throws IOException if the log cannot be read
	 */
	public long firstAtOrAfter(long millis) throws IOException {
		while (true) {
			try {
				return find(millis);
			}
			catch (ClosedChannelException ex) {
				throwIfClosed(ex);
			}
		}
	}

	private long find(long millis) throws IOException {
		for (Segment segment : this.segments.reaching(millis)) {
			SegmentReader reader = segment.readerBefore(millis);
			for (StoredEvent event = reader.next(); event != null; event = reader.next()) {
				if (event.enqueuedMillis() >= millis && event.sequenceNumber() >= this.begin) {
					return event.sequenceNumber();
				}
			}
		}
		return this.end.nextSequenceNumber();
	}

	Segment segmentOf(long sequenceNumber) {
		return this.segments.of(sequenceNumber);
	}

	/**
	 * A closed file is the end of the log, or of a segment that retention has deleted.
	 */
	void throwIfClosed(ClosedChannelException ex) throws ClosedChannelException {
		if (this.closed) {
			throw ex;
		}
	}

	@Override
	public synchronized void close() throws IOException {
		this.closed = true;
		this.segments.close();
	}

}
