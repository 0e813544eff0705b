package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;

/**
 * An owned partition and the file that its events gather in.
 */
class ColdPartition {

	private final OwnedPartition owned;

	private final LocalFiles files;

	private long last;

	private LocalFile file;

	/**
	 * @param last the last sequence number archived, -1 before the first
	 */
	ColdPartition(OwnedPartition owned, LocalFiles files, long last) {
		this.owned = owned;
		this.files = files;
		this.last = last;
	}

	OwnedPartition owned() {
		return this.owned;
	}

	/**
	 * The last sequence number taken: progress plus what gathers in the file.
	 */
	long last() {
		return this.last;
	}

	/**
	 * Is there a file that must be stored before this event can be taken?
	 */
	boolean mustRollBefore(ReceivedEvent event) {
		return this.file != null && (!this.file.isOfSameHour(event) || this.files.isFull(this.file));
	}

	boolean mustRollNow() {
		return this.file != null && (this.files.isOld(this.file) || this.files.isFull(this.file));
	}

	void append(ReceivedEvent event) {
		try {
			if (this.file == null) {
				this.file = this.files.open(this.owned.key().partition(), event);
			}
			else {
				this.file.append(event);
			}
			this.last = event.sequenceNumber();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write a file for " + this.owned, ex);
		}
	}

	/**
	 * @return the file, ended, or null if nothing gathered
	 */
	LocalFile sealedFile() {
		try {
			if (this.file != null) {
				this.file.seal();
			}
			return this.file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot end the file for " + this.owned, ex);
		}
	}

	/**
	 * Steps over events that the hub no longer has.
	 */
	void skipTo(long sequenceNumber) {
		this.last = sequenceNumber - 1;
	}

	void discardFile() {
		if (this.file != null) {
			this.file.discard();
			this.file = null;
		}
	}

}
