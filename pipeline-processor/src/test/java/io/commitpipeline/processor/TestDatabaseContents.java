package io.commitpipeline.processor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that the hot path wrote, comparable.
 */
public final class TestDatabaseContents {

	private static final List<String> TABLES = List.of("commits_by_minute", "commits_by_author_hour",
			"commits_by_component_hour", "commits_by_author_entropy", "event_outcomes", "run_windows");

	private TestDatabaseContents() {
	}

	public static Map<String, List<String>> of(JdbcTemplate jdbc) {
		Map<String, List<String>> contents = new TreeMap<>();
		TABLES.forEach((table) -> contents.put(table,
				jdbc.queryForList("select t::text from " + table + " t order by 1", String.class)));
		contents.put("quarantined_events", jdbc.queryForList(
				"select (to_jsonb(t) - 'quarantined_at')::text from quarantined_events t order by 1", String.class));
		contents.put("habits", jdbc.queryForList("select h::text from habits h order by 1", String.class));
		contents.put("progress", jdbc.queryForList("""
				select path || partition_id || ':' || first_sequence_number || '-' || sequence_number from progress
				order by 1""", String.class));
		return contents;
	}

	/**
	 * Does something with no more rights than the processor has.
	 */
	public static void asProcessor(JdbcTemplate jdbc, PlatformTransactionManager transactions, Runnable work) {
		new TransactionTemplate(transactions).executeWithoutResult((status) -> {
			jdbc.execute("set local role pipeline_processor");
			work.run();
			jdbc.execute("reset role");
		});
	}

	public static void clear(JdbcTemplate jdbc) {
		jdbc.execute(
				"truncate progress, sequence_gaps, quarantined_events, archive_files, archive_days, author_habit_batches, author_habits,"
						+ " author_habit_limits, deleted_totals, folded_runs, folded_outcomes, unusual_runs, unusual_authors, "
						+ String.join(", ", TABLES));
	}

}
