package io.commitpipeline.processor.hotpath;

import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The windows of seen rows, by run and partition. They outlive incarnations: a row may be
 * sent again to a new hub.
 */
@Repository
class RunWindows {

	private final JdbcClient jdbc;

	RunWindows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	SeenRows find(UUID run, int partition, int window) {
		return this.jdbc.sql("select highest_row, seen from run_windows where run_id = ? and partition_id = ?")
			.params(run, partition)
			.query((row, number) -> SeenRows.of(window, row.getLong(1), row.getBytes(2)))
			.optional()
			.orElseGet(() -> SeenRows.none(window));
	}

	void save(int partition, Map<UUID, SeenRows> windows) {
		windows.forEach((run, rows) -> {
			if (rows.highest() >= 0) {
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
