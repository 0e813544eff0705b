package io.commitpipeline.admin.completeness;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of all events ever sent.
 *
 * @param sent rows that the hub has accepted
 * @param rejected rows of the sources that could not be sent
 * @param received events that a path has taken from the hub
 * @param counted events in the metrics
 * @param duplicates events that came again and were dropped
 * @param quarantined events whose content can never be counted
 * @param archived events in the files of the archive
 * @param files files of the archive
 * @param gaps ranges that the hub no longer had when their turn came
 * @param missing events that have not arrived everywhere
 * @param complete whether nothing is missing
 * @param lastProgressAt when a run began or a path moved on for the last time, if ever
 */
public record Completeness(long sent, long rejected, long received, long counted, long duplicates, long quarantined,
		long archived, long files, long gaps, long missing, boolean complete, Instant lastProgressAt) {

	/**
	 * The figures in one word.
	 * @param now the time of asking
	 * @param settleAfter how long an event may take to arrive everywhere
	 * @return the state
	 */
	public CompletenessState state(Instant now, Duration settleAfter) {
		if (this.gaps > 0) {
			return CompletenessState.INCOMPLETE;
		}
		if (this.complete) {
			return (this.sent == 0 && this.received == 0) ? CompletenessState.EMPTY : CompletenessState.COMPLETE;
		}
		return movedSince(now.minus(settleAfter)) ? CompletenessState.IN_PROGRESS : CompletenessState.INCOMPLETE;
	}

	/**
	 * Whether somebody has to look: events are missing and nothing moves. Not for gaps
	 * alone, which no waiting and no looking closes.
	 * @param now the time of asking
	 * @param settleAfter how long an event may take to arrive everywhere
	 * @return whether waiting does not help
	 */
	public boolean waitsInVain(Instant now, Duration settleAfter) {
		return !this.complete && (this.gaps == 0 || this.missing > 0) && !movedSince(now.minus(settleAfter));
	}

	/**
	 * Events that were taken from the hub and are in no file of the archive yet.
	 * @return their number
	 */
	public long notArchived() {
		return Math.max(0, this.received - this.archived);
	}

	/**
	 * Rows that were sent and are neither counted nor quarantined yet.
	 * @return their number
	 */
	public long notCounted() {
		return Math.max(0, this.sent - this.counted - this.quarantined);
	}

	private boolean movedSince(Instant time) {
		return this.lastProgressAt != null && this.lastProgressAt.isAfter(time);
	}

}
