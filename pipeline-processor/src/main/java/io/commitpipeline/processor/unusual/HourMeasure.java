package io.commitpipeline.processor.unusual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * Commits in those hours of the day that together hold no more than a twentieth of all
 * authors' commits.
 */
class HourMeasure implements Measure {

	private static final double QUIET = 0.05;

	@Override
	public Signal signal() {
		return Signal.HOURS;
	}

	@Override
	public Map<String, Measured> of(List<AuthorProfile> authors) {
		double[] all = Distribution.typical(authors.stream().map(AuthorProfile::hours).toList());
		Set<Integer> quiet = quiet(all);
		return authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author, (author) -> measured(author, quiet, all)));
	}

	private static Set<Integer> quiet(double[] all) {
		Set<Integer> quiet = new TreeSet<>();
		double share = 0;
		for (int hour : IntStream.range(0, all.length)
			.boxed()
			.sorted((one, other) -> Double.compare(all[one], all[other]))
			.toList()) {
			share += all[hour];
			if (share > QUIET) {
				break;
			}
			quiet.add(hour);
		}
		return quiet;
	}

	private static Measured measured(AuthorProfile author, Set<Integer> quiet, double[] all) {
		double[] own = Distribution.shares(author.hours());
		long unusual = quiet.stream().mapToLong((hour) -> author.hours()[hour]).sum();
		List<Bar> bars = IntStream.range(0, all.length)
			.mapToObj((hour) -> Bar.of("%02d".formatted(hour), own[hour], all[hour])
				.with(quiet.contains(hour) ? "hardly anyone commits" : null))
			.toList();
		return new Measured(new Share(unusual, author.commits()),
				"%s of the commits fall into hours in which hardly anyone commits", bars);
	}

}
