package io.commitpipeline.processor.unusual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.commitpipeline.processor.unusual.Measured.Bar;
import io.commitpipeline.processor.unusual.UnusualAuthor.Evidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten backend and ten frontend people, who all commit by day; one of them is changed.
 */
class ComparisonTests {

	private final List<AuthorProfile> authors = new ArrayList<>(
			IntStream.range(0, 20).mapToObj(ComparisonTests::ordinary).toList());

	@Test
	void nobodyStandsOutAmongAlikes() {
		assertThat(rank()).noneMatch(UnusualAuthor::standsOut).allMatch((author) -> author.score() == 0);
	}

	@Test
	void aVocabularyOfOnesOwnIsAFindingAndItsPhrasesAreNamed() {
		change(3, Map.of("fix parser", 80L, "rotate the keys", 12L, "typo", 8L), null, null, null);
		change(4, Map.of("fix parser", 85L, "rotate the keys", 15L), null, null, null);
		UnusualAuthor first = rank().get(0);
		assertThat(first.standsOut()).isTrue();
		Evidence words = first.evidence().get(Signal.WORDS);
		assertThat(words.sentence())
			.isEqualTo("20 % of the messages hold phrases that hardly anyone else uses; 0 % is typical.");
		assertThat(words.bars()).contains(new Bar("the keys", 12, 0, "12 times; else only author_4"))
			.contains(new Bar("typo", 8, 0, "8 times; nobody else"))
			.extracting(Bar::label)
			.doesNotContain("fix", "parser");
	}

	@Test
	void whatOthersWriteTooIsNoVocabularyOfOnesOwn() {
		for (int i = 0; i < 8; i++) {
			change(i, Map.of("fix parser", 80L, "rotate the keys", 20L), null, null, null);
		}
		assertThat(rank()).noneMatch(UnusualAuthor::standsOut);
	}

	@Test
	void aComponentThatPeersDoNotTouchIsNamed() {
		change(2, null, Map.of("backend/api", 45L, "backend/db", 35L, "frontend/app", 20L), null, null);
		UnusualAuthor first = rank().get(0);
		assertThat(first.author()).isEqualTo("author_2");
		assertThat(first.points(Signal.COMPONENTS)).isPositive();
		assertThat(first.evidence().get(Signal.COMPONENTS).bars().get(0))
			.isEqualTo(new Bar("frontend/app", 20, 0, "hardly touched by others with the same habits"));
	}

	@Test
	void aHighOrLowEntropyIsAHabitAndASecondOneIsUnlikeTheAuthor() {
		change(5, null, null, at(AuthorProfile.ENTROPIES, 19, 100), null);
		change(6, null, null, at(AuthorProfile.ENTROPIES, 0, 100), null);
		assertThat(rank()).allMatch((author) -> author.score() == 0);
		long[] two = at(AuthorProfile.ENTROPIES, 4, 70);
		two[13] = 30;
		change(7, null, null, two, null);
		assertThat(rank().get(0).author()).isEqualTo("author_7");
		assertThat(rank().get(0).evidence().get(Signal.ENTROPY).sentence())
			.isEqualTo("30 % of the commits have an entropy at least 0.2 above the author's median; 0 % is typical.");
	}

	@Test
	void nightsAndSizesAddUp() {
		long[] nights = at(AuthorProfile.HOURS, 10, 70);
		nights[3] = 30;
		change(8, null, null, null, nights);
		double[] sizes = IntStream.range(0, 100).mapToDouble((i) -> (i % 3 == 0) ? 500 : 20).toArray();
		AuthorProfile author = this.authors.get(8);
		this.authors.set(8, new AuthorProfile(author.author(), 100, author.messages(), author.components(),
				author.hours(), author.entropies(), sizes));
		UnusualAuthor first = rank().get(0);
		assertThat(first.author()).isEqualTo("author_8");
		assertThat(first.points(Signal.HOURS)).isEqualTo(4);
		assertThat(first.points(Signal.SIZE)).isEqualTo(4);
		assertThat(first.standsOut()).isTrue();
	}

	@Test
	void aFewCommitsAreNoFinding() {
		Share few = new Share(3, 15);
		Share many = new Share(60, 300);
		assertThat(few.value()).isEqualTo(many.value());
		assertThat(few.atLeast()).isLessThan(0.08);
		assertThat(many.atLeast()).isGreaterThan(0.15);
	}

	@Test
	void tooFewAuthorsAreNotCompared() {
		assertThat(new Comparison().rank(this.authors.subList(0, 7))).isEmpty();
	}

	private List<UnusualAuthor> rank() {
		return new Comparison().rank(this.authors);
	}

	private void change(int number, Map<String, Long> messages, Map<String, Long> components, long[] entropies,
			long[] hours) {
		AuthorProfile old = this.authors.get(number);
		this.authors.set(number,
				new AuthorProfile(old.author(), old.commits(), (messages != null) ? messages : old.messages(),
						(components != null) ? components : old.components(), (hours != null) ? hours : old.hours(),
						(entropies != null) ? entropies : old.entropies(), old.sizes()));
	}

	private static AuthorProfile ordinary(int number) {
		String side = (number % 2 == 0) ? "backend/" : "frontend/";
		Map<String, Long> components = new HashMap<>(Map.of(side + "api", 60L, side + "db", 40L));
		long[] hours = at(AuthorProfile.HOURS, 9 + number % 3, 60);
		hours[15] = 40;
		double[] sizes = IntStream.range(0, 100).mapToDouble((i) -> 20 + i % 7).toArray();
		return new AuthorProfile("author_" + number, 100, Map.of("fix parser", 50L, "update the client", 50L),
				components, hours, at(AuthorProfile.ENTROPIES, 3 + number % 10, 100), sizes);
	}

	private static long[] at(int length, int index, long commits) {
		long[] counts = new long[length];
		counts[index] = commits;
		return counts;
	}

}
