package io.commitpipeline.processor.unusual;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.LinkedHashMap;

import io.commitpipeline.processor.unusual.UnusualAuthor.Evidence;

/**
 * Compares authors with each other, signal by signal. An author's score is the sum of the
 * signals' points.
 */
class Comparison {

	/** With fewer commits an author is no finding. */
	static final int FEWEST_COMMITS = 50;

	/** Fewer authors have no rest to be unlike. */
	static final int FEWEST_AUTHORS = 8;

	private static final List<Measure> MEASURES = List.of(new WordMeasure(), new ComponentMeasure(),
			new EntropyMeasure(), new SizeMeasure(), new HourMeasure());

	/**
	 * @param authors with enough commits
	 * @return the most unusual first; none where there are too few to compare
	 */
	List<UnusualAuthor> rank(List<AuthorProfile> authors) {
		if (authors.size() < FEWEST_AUTHORS) {
			return List.of();
		}
		Map<String, UnusualAuthor> ranked = authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author, UnusualAuthor::of, (one, other) -> one,
					LinkedHashMap::new));
		MEASURES.forEach((measure) -> apply(measure, authors, ranked));
		return ranked.values()
			.stream()
			.sorted(Comparator.comparing(UnusualAuthor::score).reversed().thenComparing(UnusualAuthor::author))
			.toList();
	}

	private static void apply(Measure measure, List<AuthorProfile> authors, Map<String, UnusualAuthor> ranked) {
		Map<String, Measured> measured = measure.of(authors);
		Deviations others = Deviations
			.of(measured.values().stream().mapToDouble((found) -> found.share().atLeast()).toArray());
		Share typical = new Share(
				Deviations.median(measured.values().stream().mapToDouble((found) -> found.share().value()).toArray()),
				1);
		measured.forEach((author, found) -> ranked.get(author)
			.evidence()
			.put(measure.signal(), Evidence.of(measure.signal(), found, others, typical)));
	}

}
