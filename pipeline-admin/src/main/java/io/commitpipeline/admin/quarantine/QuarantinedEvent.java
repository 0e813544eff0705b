package io.commitpipeline.admin.quarantine;

import java.time.Instant;
import java.util.UUID;

/**
 * An event in quarantine.
 *
 * @param partitionId its partition
 * @param incarnation which hub of that name
 * @param sequenceNumber its sequence number
 * @param runId the run that it belongs to
 * @param runRow its row in that run, null if it has none
 * @param enqueuedAt when the hub took it
 * @param quarantinedAt when it was put here
 * @param reason why it cannot be counted
 * @param properties its application properties, as JSON
 * @param body its bytes, or the first of them
 * @param bodyBytes how many it has
 * @param discarded whether it stays for good
 * @param discardedBy who decided that
 * @param discardComment and why
 */
record QuarantinedEvent(int partitionId, int incarnation, long sequenceNumber, UUID runId, Long runRow,
		Instant enqueuedAt, Instant quarantinedAt, String reason, String properties, byte[] body, long bodyBytes,
		boolean discarded, String discardedBy, String discardComment) {

	EventKey key() {
		return new EventKey(this.partitionId, this.incarnation, this.sequenceNumber);
	}

	String state() {
		return this.discarded ? "discarded" : "waiting";
	}

	/**
	 * The body for people.
	 */
	public Bytes content() {
		return new Bytes(this.body);
	}

}
