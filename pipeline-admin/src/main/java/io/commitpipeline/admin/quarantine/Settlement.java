package io.commitpipeline.admin.quarantine;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision, and what the processor made of it.
 *
 * @param id chosen by the form
 * @param action redrive or discard
 * @param partitionId of the one event it is about, null if it is about more
 * @param incarnation likewise
 * @param sequenceNumber likewise
 * @param reasonGroup the group it is about, null if it is about one event or all
 * @param comment why
 * @param requestedBy who decided
 * @param requestedAt when
 * @param doneAt when it was carried out, null while it is not
 * @param result what came of it, in a sentence
 */
record Settlement(UUID id, String action, Integer partitionId, Integer incarnation, Long sequenceNumber,
		String reasonGroup, String comment, String requestedBy, Instant requestedAt, Instant doneAt, String result) {

	String subject() {
		if (this.sequenceNumber != null) {
			return new EventKey(this.partitionId, this.incarnation, this.sequenceNumber).toString();
		}
		return (this.reasonGroup != null) ? "all with “" + this.reasonGroup + "”" : "all";
	}

	String title() {
		return this.action.equals("redrive") ? "re-drive" : this.action;
	}

	String state() {
		return (this.doneAt != null) ? "done" : "pending";
	}

}
