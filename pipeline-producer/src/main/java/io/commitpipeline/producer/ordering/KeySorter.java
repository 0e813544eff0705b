package io.commitpipeline.producer.ordering;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of keys in bounded memory: sorted chunks on disk, then one merge.
 */
class KeySorter implements Closeable {

	private static final int CHUNK = 1 << 20;

	private final Path directory;

	private final FileChannel chunks;

	private final List<SortedChunk> sorted = new ArrayList<>();

	private final long[] keys = new long[CHUNK];

	private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

	private int count;

	KeySorter(Path directory) throws IOException {
		this.directory = directory;
		this.chunks = ScratchFile.create(directory);
	}

	void add(long key) throws IOException {
		if (this.count == CHUNK) {
			spill();
		}
		this.keys[this.count] = key;
		this.count++;
	}

	/** All keys in ascending order, eight bytes each. */
	FileChannel sort() throws IOException {
		spill();
		FileChannel merged = ScratchFile.create(this.directory);
		try {
			merge(merged);
			return merged;
		}
		catch (IOException | RuntimeException ex) {
			merged.close();
			throw ex;
		}
	}

	private void spill() throws IOException {
		Arrays.sort(this.keys, 0, this.count);
		this.sorted.add(new SortedChunk(this.chunks, this.chunks.position(), this.count));
		for (int i = 0; i < this.count; i++) {
			write(this.chunks, this.keys[i]);
		}
		flush(this.chunks);
		this.count = 0;
	}

	private void merge(FileChannel merged) throws IOException {
		PriorityQueue<SortedChunk> heads = new PriorityQueue<>(Comparator.comparingLong(SortedChunk::head));
		for (SortedChunk chunk : this.sorted) {
			if (chunk.advance()) {
				heads.add(chunk);
			}
		}
		while (!heads.isEmpty()) {
			SortedChunk lowest = heads.remove();
			write(merged, lowest.head());
			if (lowest.advance()) {
				heads.add(lowest);
			}
		}
		flush(merged);
	}

	private void write(FileChannel channel, long key) throws IOException {
		if (this.buffer.remaining() < Long.BYTES) {
			flush(channel);
		}
		this.buffer.putLong(key);
	}

	private void flush(FileChannel channel) throws IOException {
		this.buffer.flip();
		while (this.buffer.hasRemaining()) {
			channel.write(this.buffer);
		}
		this.buffer.clear();
	}

	@Override
	public void close() throws IOException {
		this.chunks.close();
	}

}
