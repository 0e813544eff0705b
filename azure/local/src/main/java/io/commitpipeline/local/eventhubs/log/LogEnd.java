package io.commitpipeline.local.eventhubs.log;

/**
 * How far a log reaches.
 *
 * @param nextSequenceNumber what the next event gets
 * @param lastEnqueuedMillis when the last event was accepted; 0 if there is none
 */
public record LogEnd(long nextSequenceNumber, long lastEnqueuedMillis) {
}
