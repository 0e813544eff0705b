package io.commitpipeline.processor.unusual;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * How unlike the others an author is.
 *
 * @param evidence one for each signal
 */
record UnusualAuthor(String author, long commits, Map<Signal, Evidence> evidence) {

	/** One habit that is far off is a habit, more than that is a finding. */
	private static final double FINDING = 4;

	static UnusualAuthor of(AuthorProfile author) {
		return new UnusualAuthor(author.author(), author.commits(), new EnumMap<>(Signal.class));
	}

	double score() {
		return Math.round(this.evidence.values().stream().mapToDouble(Evidence::points).sum() * 100) / 100.0;
	}

	boolean standsOut() {
		return score() > FINDING;
	}

	double points(Signal signal) {
		return this.evidence.get(signal).points();
	}

	/**
	 * @return a sentence for each signal that gave points, the most first
	 */
	List<String> reasons() {
		return this.evidence.values()
			.stream()
			.filter((each) -> each.points() > 0)
			.sorted(Comparator.comparing(Evidence::points).reversed())
			.map(Evidence::sentence)
			.toList();
	}

	/**
	 * What one signal says.
	 *
	 * @param points deviations from the others beyond the usual three
	 */
	record Evidence(Signal signal, double points, String sentence, List<Bar> bars) {

		static Evidence of(Signal signal, Measured measured, Deviations others, Share typical) {
			String sentence = measured.sentence().formatted(measured.share().percent()) + "; " + typical.percent()
					+ " is typical.";
			return new Evidence(signal, others.points(signal, measured.share().atLeast()), sentence, measured.bars());
		}

	}

}
