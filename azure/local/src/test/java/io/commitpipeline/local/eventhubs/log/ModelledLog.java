package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.local.files.Directories;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A log beside a list of what it should hold.
 */
final class ModelledLog implements AutoCloseable {

	private final Path directory = Files.createTempDirectory("log");

	private final List<StoredEvent> events = new ArrayList<>();

	private PartitionLog log = PartitionLog.open(this.directory, false);

	private long begin;

	private long clock = 1_000;

	ModelledLog() throws IOException {
	}

	void append(List<byte[]> messages, long millis) throws IOException {
		this.clock += millis;
		long latest = this.events.isEmpty() ? 0 : this.events.get(this.events.size() - 1).enqueuedMillis();
		assertThat(this.log.append(messages, this.clock)).isEqualTo(this.events.size());
		messages.forEach((message) -> this.events
			.add(new StoredEvent(this.events.size(), Math.max(latest, this.clock), ByteBuffer.wrap(message))));
	}

	void expire(int percent) throws IOException {
		this.begin += (this.events.size() - this.begin) * percent / 100;
		this.log.expireBefore(this.begin);
	}

	void reopen() throws IOException {
		this.log.close();
		this.log = PartitionLog.open(this.directory, false);
	}

	/**
	 * As if the last event had been written in part only.
	 */
	void tearLast(int percent) throws IOException {
		if (this.events.size() > this.begin) {
			StoredEvent last = this.events.remove(this.events.size() - 1);
			int bytes = Frame.HEADER + last.message().limit();
			this.log.close();
			try (FileChannel file = FileChannel.open(segment(), StandardOpenOption.WRITE)) {
				file.truncate(file.size() - Math.max(1, bytes * percent / 100));
			}
			reopen();
		}
	}

	/**
	 * As if something else had been written behind the last event.
	 */
	void litter(byte[] bytes) throws IOException {
		this.log.close();
		Files.write(segment(), bytes, StandardOpenOption.APPEND);
		reopen();
	}

	private Path segment() throws IOException {
		try (var files = Files.list(this.directory)) {
			return files.filter((file) -> file.toString().endsWith(".log"))
				.sorted()
				.reduce((one, other) -> other)
				.orElseThrow();
		}
	}

	void assertHoldsWhatItShould() throws IOException {
		assertThat(this.log.firstSequenceNumber()).isEqualTo(this.begin);
		assertThat(this.log.end().nextSequenceNumber()).isEqualTo(this.events.size());
		for (long from : List.of(this.begin - 1, (this.begin + this.events.size()) / 2, (long) this.events.size())) {
			assertThat(read(from)).isEqualTo(expected(Math.max(from, this.begin)));
		}
		for (long millis = this.clock - 30; millis <= this.clock + 30; millis += 5) {
			assertThat(this.log.firstAtOrAfter(millis)).as("first at or after %d", millis).isEqualTo(first(millis));
		}
	}

	private List<StoredEvent> expected(long from) {
		return this.events.subList((int) from, this.events.size());
	}

	private long first(long millis) {
		return expected(this.begin).stream()
			.filter((event) -> event.enqueuedMillis() >= millis)
			.mapToLong(StoredEvent::sequenceNumber)
			.findFirst()
			.orElse(this.events.size());
	}

	private List<StoredEvent> read(long from) throws IOException {
		List<StoredEvent> read = new ArrayList<>();
		LogReader reader = this.log.readFrom(from);
		for (StoredEvent event = reader.poll(); event != null; event = reader.poll()) {
			read.add(event);
		}
		return read;
	}

	@Override
	public void close() throws IOException {
		this.log.close();
		Directories.delete(this.directory);
	}

}
