package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/**
 * A place in a log from which events are taken in order; for one thread at a time.
 */
public final class LogReader {

	private final PartitionLog log;

	private SegmentReader reader;

	private long next;

	LogReader(PartitionLog log, long sequenceNumber) {
		this.log = log;
		this.next = sequenceNumber;
		this.reader = log.segmentOf(sequenceNumber).readerAt(sequenceNumber);
	}

	/**
	 * Takes the next event.
	 * @return null if there is none yet
	 * @throws IOException if the log cannot be read
	 */
	public StoredEvent poll() throws IOException {
		this.next = Math.max(this.next, this.log.firstSequenceNumber());
		while (this.next < this.log.end().nextSequenceNumber()) {
			Segment segment = this.log.segmentOf(this.next);
			if (segment != this.reader.segment()) {
				this.reader = segment.readerAt(this.next);
			}
			StoredEvent event = readAt(segment);
			if (event != null && event.sequenceNumber() == this.next) {
				this.next++;
				return event;
			}
			this.next = Math.max(this.next, this.log.firstSequenceNumber());
		}
		return null;
	}

	private StoredEvent readAt(Segment segment) throws IOException {
		try {
			StoredEvent event = this.reader.next();
			if (event == null) {
				throw new CorruptLogException(segment.path(), this.reader.position());
			}
			return event;
		}
		catch (ClosedChannelException ex) {
			this.log.throwIfClosed(ex);
			return null;
		}
	}

	/**
	 * Goes to another place.
	 * @param events how many events further on, or back if negative
	 */
	public void move(long events) {
		this.next = Math.max(this.next + events, this.log.firstSequenceNumber());
		this.reader = this.log.segmentOf(this.next).readerAt(this.next);
	}

	/**
	 * Whether an event can be taken now.
	 */
	public boolean isBehind() {
		return this.next < this.log.end().nextSequenceNumber();
	}

}
