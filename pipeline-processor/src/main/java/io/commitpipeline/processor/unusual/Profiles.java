package io.commitpipeline.processor.unusual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads habits from the metric tables, of the authors with the most commits.
 */
@Repository
class Profiles {

	private static final int MOST_AUTHORS = 500;

	private final JdbcClient jdbc;

	Profiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return authors with enough commits to be compared, in no order
	 */
	List<AuthorProfile> read(UUID run) {
		Map<String, Collected> authors = new LinkedHashMap<>();
		this.jdbc.sql("""
				select author, sum(commits)::bigint from commits_by_author_hour where run_id = ?
				group by author having sum(commits) >= ? order by 2 desc, 1 limit ?""")
			.params(run, Comparison.FEWEST_COMMITS, MOST_AUTHORS)
			.query((row) -> {
				authors.put(row.getString(1), new Collected(row.getLong(2)));
			});
		if (!authors.isEmpty()) {
			String[] names = authors.keySet().toArray(String[]::new);
			readHours(run, names, authors);
			readEntropies(run, names, authors);
			readHabits(run, names, authors);
		}
		return authors.entrySet().stream().map((author) -> author.getValue().profile(author.getKey())).toList();
	}

	private void readHours(UUID run, String[] names, Map<String, Collected> authors) {
		this.jdbc.sql("""
				select author, commit_hour % 24, sum(commits)::bigint, sum(lines_added + lines_deleted) / sum(commits)
				from commits_by_author_hour where run_id = ? and author = any (?)
				group by author, commit_hour order by author, commit_hour""").params(run, names).query((row) -> {
			Collected author = authors.get(row.getString(1));
			author.hours[row.getInt(2)] += row.getLong(3);
			author.sizes.add(row.getDouble(4));
		});
	}

	private void readEntropies(UUID run, String[] names, Map<String, Collected> authors) {
		this.jdbc.sql("""
				select author, bucket, sum(commits)::bigint from commits_by_author_entropy
				where run_id = ? and author = any (?) group by author, bucket""").params(run, names).query((row) -> {
			authors.get(row.getString(1)).entropies[row.getInt(2)] = row.getLong(3);
		});
	}

	private void readHabits(UUID run, String[] names, Map<String, Collected> authors) {
		this.jdbc.sql("select author, kind, habit, uses from habits where run_id = ? and author = any (?)")
			.params(run, names)
			.query((row) -> {
				Collected author = authors.get(row.getString(1));
				Map<String, Long> habits = row.getString(2).equals("message") ? author.messages : author.components;
				habits.merge(row.getString(3), row.getLong(4), Long::sum);
			});
	}

	private static final class Collected {

		private final long commits;

		private final Map<String, Long> messages = new HashMap<>();

		private final Map<String, Long> components = new HashMap<>();

		private final long[] hours = new long[AuthorProfile.HOURS];

		private final long[] entropies = new long[AuthorProfile.ENTROPIES];

		private final List<Double> sizes = new ArrayList<>();

		private Collected(long commits) {
			this.commits = commits;
		}

		private AuthorProfile profile(String author) {
			return new AuthorProfile(author, this.commits, this.messages, this.components, this.hours, this.entropies,
					this.sizes.stream().mapToDouble(Double::doubleValue).toArray());
		}

	}

}
