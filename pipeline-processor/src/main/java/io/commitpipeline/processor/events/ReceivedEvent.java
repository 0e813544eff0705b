package io.commitpipeline.processor.events;

import java.time.Instant;
import java.util.Map;

/**
 * One event as the hub delivered it.
 *
 * @param sequenceNumber contiguous within a partition of one hub
 * @param offset opaque to us: never parsed, never compared
 * @param enqueuedAt when the hub took the event
 * @param partitionKey what the sender chose the partition by, may be null
 * @param properties application properties
 * @param body the event's bytes, unchanged
 */
public record ReceivedEvent(long sequenceNumber, String offset, Instant enqueuedAt, String partitionKey,
		Map<String, Object> properties, byte[] body) {

}
