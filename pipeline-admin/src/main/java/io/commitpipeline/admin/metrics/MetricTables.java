package io.commitpipeline.admin.metrics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Column.Kind;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.Table;

/**
 * The tables of the metrics' pages.
 */
final class MetricTables {

	private static final String EMPTY = "Nothing counted yet. Start a replay, or send events to the hub.";

	private static final Map<String, ToDoubleFunction<Standing>> FIGURES = Map.of("commits", Standing::commits,
			"lines_added", Standing::linesAdded, "lines_deleted", Standing::linesDeleted, "mean_entropy",
			Standing::meanEntropy, "entropy_spread", Standing::entropySpread, "max_entropy", Standing::maxEntropy);

	private MetricTables() {
	}

	static Listing listing(PageUrl url) {
		Set<String> columns = new HashSet<>(FIGURES.keySet());
		columns.add("name");
		return Listing.of(url, "-commits", columns);
	}

	static Table<Standing> standings(Subject subject, Leaderboard board, Listing listing) {
		List<Standing> matching = board.top()
			.stream()
			.filter((standing) -> matches(standing, listing.filter()))
			.sorted(order(listing))
			.toList();
		List<Standing> page = matching.stream().skip(listing.offset()).limit(listing.limit()).toList();
		return Table.of(subject.title() + "s", columns(subject, listing.url()), page, listing, matching.size())
			.whenEmpty(EMPTY);
	}

	static Table<HourCount> hours(List<HourCount> hours) {
		return Table.of("Commits by hour",
				List.of(Column.count("hour", "Hour", HourCount::hour), Column.count("day", "Day", HourCount::day),
						Column.count("hour_of_day", "Hour of the day", HourCount::hourOfDay),
						Column.count("commits", "Commits", HourCount::commits),
						Column.of("mean_entropy", "Mean entropy", Kind.ENTROPY, HourCount::meanEntropy)),
				hours);
	}

	static Table<Map.Entry<Integer, Long>> summed(String caption, String key, String title, List<HourCount> hours,
			Function<HourCount, Integer> by) {
		Map<Integer, Long> commits = hours.stream()
			.collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingLong(HourCount::commits)));
		return Table.of(caption,
				List.of(Column.count(key, title, Map.Entry<Integer, Long>::getKey),
						Column.count("commits", "Commits", Map.Entry<Integer, Long>::getValue)),
				List.copyOf(commits.entrySet()));
	}

	static Table<EntropyBucket> entropies(List<EntropyBucket> buckets) {
		return Table.of("Commits by entropy",
				List.of(Column.of("from", "Entropy from", Kind.ENTROPY, EntropyBucket::from),
						Column.count("commits", "Commits", EntropyBucket::commits),
						Column.of("share", "Share", Kind.SHARE, EntropyBucket::share)),
				buckets);
	}

	private static List<Column<Standing>> columns(Subject subject, PageUrl url) {
		PageUrl one = url.only("run").at("/metrics/" + subject.column());
		return List.of(
				Column.<Standing>text("name", subject.title(), Standing::name)
					.linkedTo((standing) -> one.with("name", standing.name()).toString())
					.sorted(),
				Column.<Standing>of("share", "Share", Kind.SHARE, Standing::share),
				Column.<Standing>count("commits", "Commits", Standing::commits).sorted(),
				Column.<Standing>count("lines_added", "Lines +", Standing::linesAdded).sorted(),
				Column.<Standing>count("lines_deleted", "Lines −", Standing::linesDeleted).sorted(),
				Column.<Standing>of("mean_entropy", "Mean entropy", Kind.ENTROPY, Standing::meanEntropy)
					.meaning("how unusual the changes are, from 0 to 1")
					.sorted(),
				Column.<Standing>of("entropy_spread", "Entropy spread", Kind.ENTROPY, Standing::entropySpread)
					.meaning("standard deviation of the entropy")
					.sorted(),
				Column.<Standing>of("max_entropy", "Highest entropy", Kind.ENTROPY, Standing::maxEntropy)
					.meaning("the most unusual change")
					.sorted());
	}

	private static boolean matches(Standing standing, String filter) {
		return filter == null || standing.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
	}

	private static Comparator<Standing> order(Listing listing) {
		Comparator<Standing> byName = Comparator.comparing(Standing::name);
		ToDoubleFunction<Standing> figure = FIGURES.get(listing.sort());
		Comparator<Standing> order = (figure != null) ? Comparator.comparingDouble(figure) : byName;
		return (listing.descending() ? order.reversed() : order).thenComparing(byName);
	}

}
