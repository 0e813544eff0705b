package io.commitpipeline.processor.unusual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * Hours in which the author's changes are on average more than three times as large as in
 * the author's median hour, or less than a third of that.
 */
class SizeMeasure implements Measure {

	private static final double FAR = 3;

	/** Up to how many lines, each. The last class is open. */
	private static final int[] CLASSES = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000 };

	@Override
	public Signal signal() {
		return Signal.SIZE;
	}

	@Override
	public Map<String, Measured> of(List<AuthorProfile> authors) {
		double[] all = Distribution.typical(authors.stream().map(SizeMeasure::classes).toList());
		return authors.stream().collect(Collectors.toMap(AuthorProfile::author, (author) -> measured(author, all)));
	}

	private static Measured measured(AuthorProfile author, double[] all) {
		double median = Deviations.median(author.sizes());
		long far = Arrays.stream(author.sizes()).filter((size) -> size > FAR * median || size < median / FAR).count();
		double[] own = Distribution.shares(classes(author));
		List<Bar> bars = IntStream.range(0, all.length).mapToObj((i) -> Bar.of(label(i), own[i], all[i])).toList();
		return new Measured(new Share(far, author.sizes().length),
				"In %s of the hours with commits the changes are three times larger or smaller than the author's usual "
						+ Math.round(median) + " lines",
				bars);
	}

	private static long[] classes(AuthorProfile author) {
		long[] counts = new long[CLASSES.length + 1];
		for (double size : author.sizes()) {
			int found = Arrays.binarySearch(CLASSES, (int) Math.ceil(size));
			counts[(found >= 0) ? found : -found - 1]++;
		}
		return counts;
	}

	private static String label(int index) {
		return (index < CLASSES.length) ? String.format(Locale.ENGLISH, "≤ %,d", CLASSES[index])
				: String.format(Locale.ENGLISH, "> %,d", CLASSES[index - 1]);
	}

}
