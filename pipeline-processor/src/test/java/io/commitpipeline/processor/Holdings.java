package io.commitpipeline.processor;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the tables and the archive hold, whatever partition it came through: rows as text.
 */
record Holdings(Map<String, List<String>> tables, List<String> archived) {

	private static final String SUMS = "sum(commits) c, sum(lines_added) a, sum(lines_deleted) d, sum(entropy_sum) s,"
			+ " sum(entropy_squares) q, max(entropy_max) m";

	private static final Map<String, String> TABLES = Map.of("minutes",
			"select run_id, minute, " + SUMS + " from commits_by_minute group by 1, 2", "authors",
			"select run_id, author, commit_hour, " + SUMS + " from commits_by_author_hour group by 1, 2, 3",
			"components",
			"select run_id, component, commit_hour, " + SUMS + " from commits_by_component_hour group by 1, 2, 3",
			"entropies", "select run_id, author, bucket, sum(commits) from commits_by_author_entropy group by 1, 2, 3",
			"outcomes",
			"select run_id, sum(counted) c, sum(duplicates) d, sum(quarantined) q from event_outcomes group by 1",
			"habits", "select run_id, author, kind, habit, uses from habits", "quarantined",
			"select run_id, run_row, enqueued_at, reason, properties, body from quarantined_events");

	static Holdings of(JdbcTemplate jdbc, ArchiveContents archive) {
		Map<String, List<String>> tables = new TreeMap<>();
		TABLES.forEach((name, sql) -> tables.put(name,
				jdbc.queryForList("select t::text from (" + sql + ") t order by 1", String.class)));
		return new Holdings(tables, archive.rows().stream().map(Holdings::text).sorted().toList());
	}

	private static String text(ArchiveContents.Row row) {
		return String.join("|", row.enqueuedAt().toString(), row.partitionKey(), row.properties(),
				HexFormat.of().formatHex(row.body()), row.commitId(), row.author(), "" + row.time(), row.filePath(),
				"" + row.linesAdded(), "" + row.linesDeleted(), "" + row.entropy(), row.message(),
				"" + row.ingestTimestamp());
	}

}
