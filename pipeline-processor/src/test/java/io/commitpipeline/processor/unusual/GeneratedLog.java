package io.commitpipeline.processor.unusual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.commitpipeline.local.generator.CommitLogGenerator;
import io.commitpipeline.processor.events.Commit;
import io.commitpipeline.processor.events.MessageWords;

/**
 * A commit log with planted insiders, and the habits in it, counted in memory.
 */
record GeneratedLog(List<String> insiders, List<Commit> commits) {

	static GeneratedLog of(long rows, long seed, int insiders) {
		CommitLogGenerator generator = new CommitLogGenerator(rows, seed, insiders);
		ByteArrayOutputStream csv = new ByteArrayOutputStream();
		try {
			generator.writeTo(csv);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return new GeneratedLog(generator.insiderNames(),
				csv.toString(StandardCharsets.UTF_8).lines().skip(1).map(GeneratedLog::commit).toList());
	}

	static Commit commit(String line) {
		String[] cells = line.split(",");
		return new Commit(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], Integer.parseInt(cells[4]),
				Integer.parseInt(cells[5]), new BigDecimal(cells[6]).movePointRight(4).longValueExact(), cells[7],
				null);
	}

	List<AuthorProfile> profiles() {
		return this.commits.stream()
			.collect(Collectors.groupingBy(Commit::author, TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.filter((author) -> author.getValue().size() >= Comparison.FEWEST_COMMITS)
			.map((author) -> profile(author.getKey(), author.getValue()))
			.toList();
	}

	private static AuthorProfile profile(String author, List<Commit> commits) {
		long[] hours = new long[AuthorProfile.HOURS];
		long[] entropies = new long[AuthorProfile.ENTROPIES];
		commits.forEach((commit) -> {
			hours[commit.hour() % AuthorProfile.HOURS]++;
			entropies[(int) Math.min(20, commit.entropy() / 500)]++;
		});
		double[] sizes = commits.stream()
			.collect(Collectors.groupingBy(Commit::hour, TreeMap::new,
					Collectors.averagingDouble((commit) -> commit.linesAdded() + commit.linesDeleted())))
			.values()
			.stream()
			.mapToDouble(Double::doubleValue)
			.toArray();
		return new AuthorProfile(author, commits.size(),
				commits.stream()
					.collect(Collectors.groupingBy((commit) -> MessageWords.of(commit.message()),
							Collectors.counting())),
				commits.stream().collect(Collectors.groupingBy(Commit::component, Collectors.counting())), hours,
				entropies, sizes);
	}

	/**
	 * @return how many of those found are insiders
	 */
	long found(List<UnusualAuthor> standingOut) {
		return standingOut.stream().map(UnusualAuthor::author).filter(this.insiders::contains).count();
	}

	static Map<String, Double> scores(List<UnusualAuthor> ranked) {
		return ranked.stream().collect(Collectors.toMap(UnusualAuthor::author, UnusualAuthor::score));
	}

}
