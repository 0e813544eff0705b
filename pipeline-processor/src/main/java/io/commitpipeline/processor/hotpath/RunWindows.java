package io.commitpipeline.processor.hotpath;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The windows of seen rows, by run and partition. They outlive incarnations: a row may be
 * sent again to a new hub.
 */
@Repository
class RunWindows {

	private final JdbcClient jdbc;

	private final Predicate<UUID> folded;

	@Autowired
	RunWindows(JdbcClient jdbc) {
		this(jdbc, (run) -> isFolded(jdbc, run));
	}

	private RunWindows(JdbcClient jdbc, Predicate<UUID> folded) {
		this.jdbc = jdbc;
		this.folded = folded;
	}

	/** For counting all events again: no run is over yet. */
	static RunWindows fromTheStart(JdbcClient jdbc) {
		return new RunWindows(jdbc, (run) -> false);
	}

	SeenRows find(UUID run, int partition, int window) {
		return this.jdbc.sql("select highest_row, seen from run_windows where run_id = ? and partition_id = ?")
			.params(run, partition)
			.query((row, number) -> SeenRows.of(window, row.getLong(1), row.getBytes(2)))
			.optional()
			.orElseGet(() -> this.folded.test(run) ? SeenRows.all(window) : SeenRows.none(window));
	}

	private static boolean isFolded(JdbcClient jdbc, UUID run) {
		return jdbc.sql("select exists (select from runs where id = ? and folded)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	void save(int partition, Map<UUID, SeenRows> windows) {
		windows.forEach((run, rows) -> {
			if (rows.isWorthKeeping()) {
				save(run, partition, rows);
			}
		});
	}

	private void save(UUID run, int partition, SeenRows rows) {
		this.jdbc.sql("""
				insert into run_windows (run_id, partition_id, highest_row, seen) values (?, ?, ?, ?)
				on conflict (run_id, partition_id)
				do update set highest_row = excluded.highest_row, seen = excluded.seen""")
			.params(run, partition, rows.highest(), rows.bitmap())
			.update();
	}

}
