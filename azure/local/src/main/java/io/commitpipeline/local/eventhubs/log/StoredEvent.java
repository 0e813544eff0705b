package io.commitpipeline.local.eventhubs.log;

import java.nio.ByteBuffer;

/**
 * An event as it lies in the log.
 *
 * @param sequenceNumber its place in the partition
 * @param enqueuedMillis when it was accepted
 * @param message the encoded AMQP message
 */
public record StoredEvent(long sequenceNumber, long enqueuedMillis, ByteBuffer message) {
}
