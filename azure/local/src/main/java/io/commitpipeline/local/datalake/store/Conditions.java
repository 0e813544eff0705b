package io.commitpipeline.local.datalake.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of a file for something to be done with it: the first, the last, and
 * either of those between.
 *
 * @param match tags of which one must be the file's; empty for any
 * @param noneMatch tags of which none may be the file's
 * @param modifiedSince the file must have changed after this moment, or null
 * @param unmodifiedSince the file must not have changed after this moment, or null
 * @param lease the lease that whoever writes holds
 */
public record Conditions(List<String> match, List<String> noneMatch, Instant modifiedSince, Instant unmodifiedSince,
		Optional<String> lease) {

	/** Whatever there is. */
	public static final Conditions NONE = new Conditions(List.of(), List.of(), null, null, Optional.empty());

	private static final String ANY = "*";

	/**
	 * These conditions for one who does not write.
	 * @return the same without the lease
	 */
	public Conditions withoutLease() {
		return new Conditions(this.match, this.noneMatch, this.modifiedSince, this.unmodifiedSince, Optional.empty());
	}

	/**
	 * Checks for an operation that may make the file.
	 * @param current the file, if there is one
	 */
	void checkCreate(Optional<Entry> current) {
		if (current.isPresent() && this.noneMatch.contains(ANY)) {
			throw new StoreException(Failure.EXISTS);
		}
		if (current.isEmpty() && !this.match.isEmpty()) {
			throw new StoreException(Failure.CONDITION_NOT_MET);
		}
		current.ifPresent(this::check);
	}

	void check(Entry current) {
		if (!this.match.isEmpty() && !matches(this.match, current)) {
			throw new StoreException(Failure.CONDITION_NOT_MET);
		}
		Instant changed = current.lastModified().truncatedTo(ChronoUnit.SECONDS);
		if (this.unmodifiedSince != null && changed.isAfter(this.unmodifiedSince)) {
			throw new StoreException(Failure.CONDITION_NOT_MET);
		}
		boolean another = !this.noneMatch.isEmpty() && !matches(this.noneMatch, current);
		boolean later = this.modifiedSince != null && changed.isAfter(this.modifiedSince);
		boolean asked = !this.noneMatch.isEmpty() || this.modifiedSince != null;
		if (asked && !another && !later) {
			throw new StoreException(Failure.UNCHANGED);
		}
	}

	void checkSource(Entry source) {
		try {
			check(source);
		}
		catch (StoreException ex) {
			throw new StoreException(Failure.SOURCE_CONDITION_NOT_MET);
		}
	}

	private static boolean matches(List<String> tags, Entry entry) {
		return tags.contains(ANY) || tags.contains(entry.etag());
	}

}
