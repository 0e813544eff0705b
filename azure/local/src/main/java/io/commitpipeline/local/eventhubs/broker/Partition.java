package io.commitpipeline.local.eventhubs.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;
import io.commitpipeline.local.eventhubs.log.LogEnd;
import io.commitpipeline.local.eventhubs.log.LogReader;
import io.commitpipeline.local.eventhubs.log.PartitionLog;

/**
 * A hub's partition: its log, and those who read it.
 */
public final class Partition implements AutoCloseable {

	private final PartitionLog log;

	private final Clock clock;

	private final Map<String, Readers> readers = new ConcurrentHashMap<>();

	private volatile boolean closed;

	private Partition(PartitionLog log, Clock clock) {
		this.log = log;
		this.clock = clock;
	}

	static Partition open(Path directory, boolean fsync, Clock clock) throws IOException {
		return new Partition(PartitionLog.open(directory, fsync), clock);
	}

	/**
	 * Accepts events; they are in the log's file when this returns.
	 * @param messages encoded AMQP messages
	 * @throws IOException if none of them could be written
	 */
	public void append(List<byte[]> messages) throws IOException {
		this.log.append(messages, this.clock.millis());
		this.readers.values().forEach(Readers::wake);
	}

	/**
	 * Lets a reader in; from now on it is woken.
	 * @param group its consumer group
	 * @param reader the reader
	 * @throws RefusedException if another one owns the partition, or it is no more
	 */
	public void join(String group, Reader reader) throws RefusedException {
		readers(group).join(reader);
		if (this.closed) {
			throw new RefusedException(Reason.DETACHED, "The hub is being deleted.");
		}
	}

	/**
	 * Lets a reader go; one that has left already is fine.
	 * @param group its consumer group
	 * @param reader the reader
	 */
	public void leave(String group, Reader reader) {
		readers(group).leave(reader);
	}

	private Readers readers(String group) {
		return this.readers.computeIfAbsent(group.toLowerCase(Locale.ROOT), (name) -> new Readers());
	}

	/**
	 * Finds where a reader begins.
	 * @param position what it asks for
	 * @return the log from there
	 * @throws RefusedException if the position lies beyond the last event
	 * @throws IOException if the log cannot be read
	 */
	public LogReader readFrom(StartPosition position) throws RefusedException, IOException {
		return this.log.readFrom(switch (position.kind()) {
			case LATEST -> this.log.end().nextSequenceNumber();
			case ENQUEUED_TIME -> this.log.firstAtOrAfter(position.value() + (position.inclusive() ? 0 : 1));
			case OFFSET -> first(position, "offset");
			case SEQUENCE_NUMBER -> first(position, "sequence number");
		});
	}

	private long first(StartPosition position, String what) throws RefusedException {
		long last = this.log.end().nextSequenceNumber() - 1;
		if (position.value() > last) {
			throw new RefusedException(Reason.INVALID_ARGUMENT,
					"The supplied %1$s '%2$d' is invalid. The last %1$s in the system is '%3$d'.".formatted(what,
							position.value(), last));
		}
		return position.inclusive() ? position.value() : position.value() + 1;
	}

	/**
	 * Gives up the oldest events, as retention does.
	 * @param sequenceNumber the first event that stays
	 * @throws IOException if that cannot be kept
	 */
	public void expireBefore(long sequenceNumber) throws IOException {
		this.log.expireBefore(sequenceNumber);
	}

	void retain(Retention retention) throws IOException {
		this.log.retain(retention.cutoff(this.clock.instant()), retention.bytes());
	}

	/**
	 * The partition at this moment.
	 */
	public PartitionProperties properties() {
		LogEnd end = this.log.end();
		return new PartitionProperties(this.log.firstSequenceNumber(), end.nextSequenceNumber() - 1,
				end.lastEnqueuedMillis());
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		this.log.close();
	}

}
