package io.commitpipeline.processor.unusual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * Commits whose entropy is far above the author's own median. A high or low entropy as
 * such is a habit like others.
 */
class EntropyMeasure implements Measure {

	/** In twentieths. */
	private static final int FAR = 4;

	private static final int TWENTIETHS = 20;

	@Override
	public Signal signal() {
		return Signal.ENTROPY;
	}

	@Override
	public Map<String, Measured> of(List<AuthorProfile> authors) {
		double[] all = Distribution.typical(authors.stream().map(AuthorProfile::entropies).toList());
		return authors.stream().collect(Collectors.toMap(AuthorProfile::author, (author) -> measured(author, all)));
	}

	private static Measured measured(AuthorProfile author, double[] all) {
		int from = Distribution.median(author.entropies()) + FAR;
		double[] own = Distribution.shares(author.entropies());
		long far = Arrays.stream(author.entropies()).skip(from).sum();
		List<Bar> bars = IntStream.range(0, all.length)
			.mapToObj((i) -> Bar.of(String.format(Locale.ROOT, "%.2f", i / (double) TWENTIETHS), own[i], all[i])
				.with((i >= from) ? "far above the author's median" : null))
			.toList();
		return new Measured(new Share(far, author.commits()),
				"%s of the commits have an entropy at least 0.2 above the author's median", bars);
	}

}
