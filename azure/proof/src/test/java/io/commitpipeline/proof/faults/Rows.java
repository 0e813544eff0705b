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
 * @param bad rows that are no commits
 */
record Rows(UUID run, int round, int numbered, int foreign, Set<Long> bad) {

	/** One event in so many is no row of the run. */
	static final int FOREIGN = 10;

	static Rows of(UUID run, int round, int numbered, int foreign) {
		return new Rows(run, round, numbered, foreign, Set.of());
	}

	Rows without(Set<Long> rows) {
		return new Rows(this.run, this.round, this.numbered, this.foreign, rows);
	}

	/** How many rows are commits. */
	int healthy() {
		return this.numbered - this.bad.size();
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
		IntStream.range(0, this.numbered)
			.filter((row) -> !this.bad.contains((long) row))
			.mapToObj(this::author)
			.forEach(authors::add);
		IntStream.range(0, this.foreign).mapToObj(this::foreignAuthor).forEach(authors::add);
		return authors;
	}

}
