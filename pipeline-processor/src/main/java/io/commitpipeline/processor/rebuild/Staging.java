package io.commitpipeline.processor.rebuild;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables that hold the new metrics until they are swapped in, in a schema that the
 * migration made for them. It comes first in the connection's search path, so that the
 * statements of the hot path find them instead of the present ones.
 */
class Staging implements AutoCloseable {

	static final String SCHEMA = "rebuild";

	/** What the hot path counts: each is replaced as a whole. */
	static final List<String> METRICS = List.of("commits_by_minute", "commits_by_author_hour",
			"commits_by_component_hour", "commits_by_author_entropy", "author_habit_batches", "author_habits",
			"author_habit_limits", "event_outcomes", "quarantined_events", "run_windows", "deleted_totals",
			"folded_runs", "folded_outcomes");

	static final String PROGRESS = "progress";

	static final String GAPS = "sequence_gaps";

	/** As they were when counting began. */
	static final String DISCARDS = "discarded_events";

	private final JdbcTemplate jdbc;

	Staging(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Also after a rebuild that was killed. */
	void create() {
		close();
		tables().forEach(this::create);
		this.jdbc.execute("insert into %1$s.%2$s select * from public.%2$s".formatted(SCHEMA, DISCARDS));
	}

	private static Stream<String> tables() {
		return Stream.concat(METRICS.stream(), Stream.of(PROGRESS, GAPS, DISCARDS));
	}

	private void create(String table) {
		this.jdbc.execute("create unlogged table %1$s.%2$s (like public.%2$s including all)".formatted(SCHEMA, table));
	}

	@Override
	public void close() {
		tables().forEach((table) -> this.jdbc.execute("drop table if exists " + SCHEMA + "." + table));
	}

}
