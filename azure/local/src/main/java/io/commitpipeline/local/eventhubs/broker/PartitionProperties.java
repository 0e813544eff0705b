package io.commitpipeline.local.eventhubs.broker;

/**
 * A partition at one moment.
 *
 * @param beginSequenceNumber the first event that is still there
 * @param lastSequenceNumber the last event; -1 before there is one
 * @param lastEnqueuedMillis when that was accepted
 */
public record PartitionProperties(long beginSequenceNumber, long lastSequenceNumber, long lastEnqueuedMillis) {

	/**
	 * Whether it holds no event.
	 */
	public boolean isEmpty() {
		return this.lastSequenceNumber < this.beginSequenceNumber;
	}

	/**
	 * The last event's offset.
	 */
	public String lastOffset() {
		return Long.toString(this.lastSequenceNumber);
	}

}
