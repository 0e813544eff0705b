package io.commitpipeline.proof.faults;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.commitpipeline.local.verify.CompletenessViews;

/**
 * Knows what must be there after a round: each of its events, once, by name.
 */
final class Oracle {

	private static final UUID NO_RUN = new UUID(0, 0);

	private static final List<String> METRICS = List.of("commits_by_minute", "commits_by_author_hour",
			"commits_by_component_hour", "commits_by_author_entropy");

	private final Database database;

	private final Archive archive;

	Oracle(Database database, Archive archive) {
		this.database = database;
		this.archive = archive;
	}

	/**
	 * @param repeats whether the hub may hold a row more than once
	 */
	Findings judge(Rows rows, boolean repeats) {
		Findings findings = Findings.none();
		compare("counted", rows.authors(), counted(rows), false, findings);
		findings.complaints().addAll(strayFiles());
		// What does not belong there may be half a file.
		if (!findings.complaints().isEmpty()) {
			return findings;
		}
		Map<String, Long> archived = this.archive.authors(rows);
		// A bad row can be a commit that only the tables have no room for.
		rows.bad().forEach((row) -> archived.remove(rows.author(Math.toIntExact(row))));
		compare("archived", rows.authors(), archived, repeats, findings);
		compareRows(rows, this.archive.rows(rows), findings);
		this.archive.doubled().forEach((event) -> findings.doubled().add("archived event " + event));
		METRICS.forEach((table) -> checkSum(table, rows, findings));
		findings.complaints().addAll(differences());
		return findings;
	}

	private static void compare(String what, Set<String> expected, Map<String, Long> found, boolean repeats,
			Findings findings) {
		expected.stream()
			.filter((author) -> !found.containsKey(author))
			.forEach((author) -> findings.lost().add(what + " " + author));
		found.forEach((author, times) -> {
			if (times > 1 && !repeats) {
				findings.doubled().add("%s %s, %d times".formatted(what, author, times));
			}
		});
		Set<String> strangers = new HashSet<>(found.keySet());
		strangers.removeAll(expected);
		strangers.forEach((author) -> findings.complaints().add(what + " stranger " + author));
	}

	/** Bodies that are no commits have no author, but their rows. */
	private static void compareRows(Rows rows, Set<Long> archived, Findings findings) {
		rows.bad()
			.stream()
			.filter((row) -> !archived.contains(row))
			.forEach((row) -> findings.lost().add("archived row " + row));
	}

	private Map<String, Long> counted(Rows rows) {
		Map<String, Long> counted = new HashMap<>();
		this.database.query(
				"select author, sum(commits) from commits_by_author_hour"
						+ " where run_id in (?, ?) and author like ? group by 1",
				(row) -> counted.put(row.getString(1), row.getLong(2)), rows.run(), NO_RUN, rows.pattern());
		return counted;
	}

	private void checkSum(String table, Rows rows, Findings findings) {
		long sum = this.database
			.query("select coalesce(sum(commits), 0)::bigint from " + table + " where run_id = ?",
					(row) -> row.getLong(1), rows.run())
			.get(0);
		if (sum != rows.healthy()) {
			findings.complaints().add("%s holds %d of %d".formatted(table, sum, rows.healthy()));
		}
	}

	/** Files in place that the manifest does not hold. */
	List<String> strayFiles() {
		Set<String> known = new HashSet<>(
				this.database.query("select name from archive_files", (row) -> row.getString(1)));
		return this.archive.files()
			.stream()
			.filter((file) -> !known.contains(file))
			.map((file) -> file + " is not in the manifest")
			.collect(Collectors.toList());
	}

	private List<String> differences() {
		try {
			return new CompletenessViews(this.database.dataSource()).differences();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
