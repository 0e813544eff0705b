package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;

import io.commitpipeline.local.eventhubs.broker.PartitionProperties;
import io.commitpipeline.local.eventhubs.log.StoredEvent;

/**
 * Encodes a stored event for a receiver: the kept bytes, with the service's annotations.
 */
final class OutgoingEvent {

	private static final byte[] SEQUENCE_NUMBER = Annotations.symbol(Annotations.SEQUENCE_NUMBER);

	private static final byte[] OFFSET = Annotations.symbol(Annotations.OFFSET);

	private static final byte[] ENQUEUED_TIME = Annotations.symbol(Annotations.ENQUEUED_TIME);

	private static final byte[] LAST_SEQUENCE_NUMBER = Annotations.symbol("last_enqueued_sequence_number");

	private static final byte[] LAST_OFFSET = Annotations.symbol("last_enqueued_offset");

	private static final byte[] LAST_TIME = Annotations.symbol("last_enqueued_time_utc");

	private static final byte[] RETRIEVAL_TIME = Annotations.symbol("runtime_info_retrieval_time_utc");

	private static final int ANNOTATIONS_SIZE = 140;

	private static final int METRICS_SIZE = 220;

	private OutgoingEvent() {
	}

	/**
	 * Encodes an event.
	 * @param metrics the partition's properties, if the receiver wants them, else null
	 * @param now when they were taken, in milliseconds
	 */
	static ByteBuffer encode(StoredEvent event, PartitionProperties metrics, long now) {
		MessageParts parts = MessageParts.of(event.message());
		ByteBuffer target = ByteBuffer.allocate(parts.size() + ANNOTATIONS_SIZE + METRICS_SIZE);
		target.put(parts.header());
		if (metrics != null) {
			new MapWriter(target, Section.DELIVERY_ANNOTATIONS)
				.entry(LAST_SEQUENCE_NUMBER, metrics.lastSequenceNumber())
				.entry(LAST_OFFSET, metrics.lastOffset())
				.timestamp(LAST_TIME, metrics.lastEnqueuedMillis())
				.timestamp(RETRIEVAL_TIME, now)
				.end();
		}
		new MapWriter(target, Section.MESSAGE_ANNOTATIONS).entry(SEQUENCE_NUMBER, event.sequenceNumber())
			.entry(OFFSET, Long.toString(event.sequenceNumber()))
			.timestamp(ENQUEUED_TIME, event.enqueuedMillis())
			.entries(parts.annotations())
			.end();
		return target.put(parts.rest()).flip();
	}

}
