package io.commitpipeline.local.verify.deep;

/**
 * Names an event.
 */
record EventKey(int partition, int incarnation, long sequenceNumber) {
}
