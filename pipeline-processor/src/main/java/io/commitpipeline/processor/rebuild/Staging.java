package io.commitpipeline.processor.rebuild;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A schema that holds the new metrics until they are swapped in. It comes first in the
 * connection's search path, so that the statements of the hot path find its tables
 * instead of the present ones.
 */
class Staging implements AutoCloseable {

	static final String SCHEMA = "rebuild";

	/** What the hot path counts: each is replaced as a whole. */
	static final List<String> METRICS = List.of("commits_by_minute", "commits_by_author_hour",
			"commits_by_component_hour", "commits_by_author_entropy", "event_outcomes", "quarantined_events",
			"run_windows");

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
		this.jdbc.execute("create schema " + SCHEMA);
		METRICS.forEach(this::create);
		create(PROGRESS);
		create(GAPS);
		create(DISCARDS);
		this.jdbc.execute("insert into %1$s.%2$s select * from public.%2$s".formatted(SCHEMA, DISCARDS));
	}

	private void create(String table) {
		this.jdbc.execute("create unlogged table %1$s.%2$s (like public.%2$s including all)".formatted(SCHEMA, table));
	}

	@Override
	public void close() {
		this.jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
	}

}
