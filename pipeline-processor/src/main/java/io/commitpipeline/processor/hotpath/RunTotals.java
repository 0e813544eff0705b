package io.commitpipeline.processor.hotpath;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.events.Commit;
import io.commitpipeline.processor.events.MessageWords;

/**
 * The totals of one run within one batch.
 */
class RunTotals {

	/** Of a twentieth each; the last one is open above. */
	private static final long BUCKETS = 20;

	private static final long BUCKET_WIDTH = 500;

	/** In characters: longer names have totals, but are not compared with others. */
	private static final int LONGEST_COMPARED = 500;

	private final Map<Instant, Totals> minutes = new HashMap<>();

	private final Map<NamedHour, Totals> authors = new HashMap<>();

	private final Map<NamedHour, Totals> components = new HashMap<>();

	private final Map<AuthorBucket, Long> entropies = new HashMap<>();

	private final List<Habit> habits = new ArrayList<>();

	void add(Instant enqueuedAt, Commit commit) {
		totals(this.minutes, enqueuedAt.truncatedTo(ChronoUnit.MINUTES)).add(commit);
		totals(this.authors, new NamedHour(commit.author(), commit.hour())).add(commit);
		totals(this.components, new NamedHour(commit.component(), commit.hour())).add(commit);
		long bucket = Math.min(BUCKETS, commit.entropy() / BUCKET_WIDTH);
		this.entropies.merge(new AuthorBucket(commit.author(), (short) bucket), 1L, Long::sum);
		if (commit.author().length() <= LONGEST_COMPARED) {
			this.habits.add(new Habit(commit.author(), MessageWords.of(commit.message()), commit.component()));
		}
	}

	Map<Instant, Totals> minutes() {
		return this.minutes;
	}

	Map<NamedHour, Totals> authors() {
		return this.authors;
	}

	Map<NamedHour, Totals> components() {
		return this.components;
	}

	Map<AuthorBucket, Long> entropies() {
		return this.entropies;
	}

	List<Habit> habits() {
		return this.habits;
	}

	private static <K> Totals totals(Map<K, Totals> map, K key) {
		return map.computeIfAbsent(key, (absent) -> new Totals());
	}

	/**
	 * An author or a component in one hour of the commits' own clock.
	 */
	record NamedHour(String name, int hour) {

	}

	/**
	 * An author's commits of about the same entropy.
	 */
	record AuthorBucket(String author, short bucket) {

	}

	/**
	 * What an author wrote and touched, once.
	 */
	record Habit(String author, String message, String component) {

	}

}
