package io.commitpipeline.processor.unusual;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many planted insiders are found, and how many of those found are insiders. With
 * {@code -Dunusual.seeds=20} over as many seeds as the documentation reports.
 */
class EvaluationTests {

	private static final Logger logger = LoggerFactory.getLogger(EvaluationTests.class);

	private static final int SEEDS = Integer.getInteger("unusual.seeds", 2);

	private final Comparison comparison = new Comparison();

	@ParameterizedTest
	@CsvSource({ "20000, 0", "20000, 1", "20000, 3", "20000, 10", "8000, 3" })
	void insidersStandOutAndNobodyElse(long rows, int insiders) {
		Tally all = new Tally();
		Tally withoutWords = new Tally();
		double lowestInsider = Double.MAX_VALUE;
		double highestOther = 0;
		for (int seed = 1; seed <= SEEDS; seed++) {
			GeneratedLog log = GeneratedLog.of(rows, seed, insiders);
			List<UnusualAuthor> ranked = this.comparison.rank(log.profiles());
			all.add(log, ranked.stream().filter(UnusualAuthor::standsOut).toList());
			withoutWords.add(log, ranked.stream().filter(EvaluationTests::standsOutWithoutWords).toList());
			for (UnusualAuthor author : ranked) {
				if (log.insiders().contains(author.author())) {
					lowestInsider = Math.min(lowestInsider, author.score());
				}
				else {
					highestOther = Math.max(highestOther, author.score());
				}
			}
		}
		logger.info(
				"{} rows, {} insiders, {} seeds: {}; without the words {}; insiders score {} at least, others {} at most",
				rows, insiders, SEEDS, all, withoutWords, (insiders > 0) ? lowestInsider : "-", highestOther);
		assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
		assertThat(all.recall()).isGreaterThanOrEqualTo((rows > 10_000) ? 0.95 : 0.8);
	}

	private static boolean standsOutWithoutWords(UnusualAuthor author) {
		return author.score() - author.points(Signal.WORDS) > 4;
	}

	private static final class Tally {

		private long found;

		private long insiders;

		private long standingOut;

		private void add(GeneratedLog log, List<UnusualAuthor> standingOut) {
			this.found += log.found(standingOut);
			this.insiders += log.insiders().size();
			this.standingOut += standingOut.size();
		}

		private double precision() {
			return (this.standingOut == 0) ? 1 : this.found / (double) this.standingOut;
		}

		private double recall() {
			return (this.insiders == 0) ? 1 : this.found / (double) this.insiders;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "precision %.3f, recall %.3f (%d of %d, %d others)", precision(),
					recall(), this.found, this.insiders, this.standingOut - this.found);
		}

	}

}
