package io.commitpipeline.proof.faults;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a round sends, each event by an author of its own: rows of a run, and events that
 * no replay sent.
 *
 * @param run what the rows belong to
 * @param round tells the authors of one round from those of another
 */
record Rows(UUID run, int round, int numbered, int foreign) {

	/** One event in so many is no row of the run. */
	static final int FOREIGN = 10;

	static Rows of(int round, int numbered) {
		return new Rows(UUID.randomUUID(), round, numbered, numbered / FOREIGN);
	}

	int size() {
		return this.numbered + this.foreign;
	}

	String author(int row) {
		return "r%d-%07d".formatted(this.round, row);
	}

	String foreignAuthor(int event) {
		return "f%d-%07d".formatted(this.round, event);
	}

	/** SQL pattern of the authors. */
	String pattern() {
		return "_%d-%%".formatted(this.round);
	}

	Set<String> authors() {
		Set<String> authors = new LinkedHashSet<>();
		IntStream.range(0, this.numbered).mapToObj(this::author).forEach(authors::add);
		IntStream.range(0, this.foreign).mapToObj(this::foreignAuthor).forEach(authors::add);
		return authors;
	}

}
