package io.commitpipeline.local.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The last line of a command: an interface, scripts depend on its keys.
 *
 * @param sent rows of runs below their saved progress less the rejected ones
 * @param rejected rows that are no valid commits, or that the hub can never take
 * @param received events from the first to the last that was ever taken
 * @param counted commits in the metric tables
 * @param duplicates events whose row was there already
 * @param quarantined events that can never be counted
 * @param archived rows in the Parquet files
 * @param files of the archive
 * @param complete whether nothing is missing anywhere
 * @param seconds the command took
 */
@JsonPropertyOrder({ "sent", "rejected", "received", "counted", "duplicates", "quarantined", "archived", "files",
		"complete", "seconds" })
public record Figures(long sent, long rejected, long received, long counted, long duplicates, long quarantined,
		long archived, long files, boolean complete, double seconds) {

	/**
	 * The same figures under another verdict.
	 * @param complete the verdict
	 * @return a copy
	 */
	public Figures withComplete(boolean complete) {
		return new Figures(this.sent, this.rejected, this.received, this.counted, this.duplicates, this.quarantined,
				this.archived, this.files, complete, this.seconds);
	}

	/**
	 * The same figures with the time they took.
	 * @param seconds with milliseconds
	 * @return a copy
	 */
	public Figures withSeconds(double seconds) {
		return new Figures(this.sent, this.rejected, this.received, this.counted, this.duplicates, this.quarantined,
				this.archived, this.files, this.complete, Math.round(seconds * 1000) / 1000.0);
	}

	@JsonIgnore
	public String json() {
		try {
			return new ObjectMapper().writeValueAsString(this);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
