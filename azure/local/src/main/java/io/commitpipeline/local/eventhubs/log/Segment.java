package io.commitpipeline.local.eventhubs.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One file of the log, named after the first sequence number in it.
 */
final class Segment implements Closeable {

	static final String SUFFIX = ".log";

	private static final int CHUNK = 256 * 1024;

	private final Path path;

	private final FileChannel channel;

	private final long firstSequenceNumber;

	private final SparseIndex index = new SparseIndex();

	private volatile long size;

	private Segment(Path path, FileChannel channel, long firstSequenceNumber) {
		this.path = path;
		this.channel = channel;
		this.firstSequenceNumber = firstSequenceNumber;
	}

	static Segment create(Path directory, long firstSequenceNumber) throws IOException {
		Path path = directory.resolve("%020d%s".formatted(firstSequenceNumber, SUFFIX));
		return new Segment(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
				StandardOpenOption.WRITE), firstSequenceNumber);
	}

	static Segment open(Path path) throws IOException {
		String name = path.getFileName().toString();
		long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
		FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
		Segment segment = new Segment(path, channel, first);
		segment.size = channel.size();
		return segment;
	}

	/**
	 * Reads the whole file up to its last good frame.
	 * @return where the log ends with it
	 */
	LogEnd scan(LogEnd before) throws IOException {
		long whole = this.channel.size();
		this.size = whole;
		SegmentReader reader = new SegmentReader(this, 0);
		LogEnd end = before;
		long position = 0;
		for (StoredEvent event = reader.next(); event != null; event = reader.next()) {
			if (event.sequenceNumber() != end.nextSequenceNumber()) {
				break;
			}
			this.index.add(position, event.sequenceNumber(), event.enqueuedMillis());
			end = new LogEnd(event.sequenceNumber() + 1, event.enqueuedMillis());
			position = reader.position();
		}
		this.size = position;
		return end;
	}

	/**
	 * Cuts what lies behind the last good frame.
	 * @return how many bytes that were
	 */
	long cutTail() throws IOException {
		long torn = tornBytes();
		if (torn > 0) {
			this.channel.truncate(this.size);
		}
		return torn;
	}

	long tornBytes() throws IOException {
		return this.channel.size() - this.size;
	}

	void append(ByteBuffer frames, long sequenceNumber, long enqueuedMillis, boolean fsync) throws IOException {
		long start = this.size;
		try {
			long position = start;
			while (frames.hasRemaining()) {
				position += this.channel.write(frames, position);
			}
			if (fsync) {
				this.channel.force(false);
			}
			this.index.add(start, sequenceNumber, enqueuedMillis);
			this.size = position;
		}
		catch (IOException ex) {
			this.channel.truncate(start);
			throw ex;
		}
	}

	/**
	 * Reads some bytes, at least so many if there are.
	 */
	ByteBuffer read(long position, int atLeast) throws IOException {
		ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(this.size - position, Math.max(CHUNK, atLeast)));
		while (chunk.hasRemaining() && this.channel.read(chunk, position + chunk.position()) > 0) {
			continue;
		}
		return chunk.flip();
	}

	SegmentReader readerAt(long sequenceNumber) {
		return new SegmentReader(this, this.index.atOrBefore(sequenceNumber));
	}

	SegmentReader readerBefore(long enqueuedMillis) {
		return new SegmentReader(this, this.index.before(enqueuedMillis));
	}

	void delete() throws IOException {
		this.channel.close();
		Files.delete(this.path);
	}

	Path path() {
		return this.path;
	}

	long size() {
		return this.size;
	}

	long firstSequenceNumber() {
		return this.firstSequenceNumber;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
