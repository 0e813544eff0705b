package io.commitpipeline.producer.replays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.producer.ordering.RowOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Runs and their rejected rows in the database.
 */
@Repository
class RunRepository {

	/** How many rejected rows are kept of each run; all are counted. */
	static final int MOST_REJECTED_KEPT = 1000;

	private final JdbcClient jdbc;

	RunRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Run> unfinishedOf(UUID replay) {
		return this.jdbc.sql("""
				select * from runs where replay_id = :replay and finished_at is null
				order by started_at desc limit 1""").param("replay", replay).query(RunRepository::run).optional();
	}

	void insert(UUID replay, Run run, RowOrder order, long rejectedRows) {
		this.jdbc.sql("""
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions,
					rejected_rows)
				values (:id, :replay, :fingerprint, :order, :total, :window, :partitions, :rejected)""")
			.param("id", run.id())
			.param("replay", replay)
			.param("fingerprint", run.fingerprint())
			.param("order", order.name().toLowerCase(Locale.ROOT))
			.param("total", run.totalRows())
			.param("window", run.windowRows())
			.param("partitions", run.partitions())
			.param("rejected", rejectedRows)
			.update();
	}

	void openWindow(Run run) {
		this.jdbc.sql("update runs set window_end = :end where id = :id")
			.param("id", run.id())
			.param("end", run.windowEnd())
			.update();
	}

	void closeWindow(Run run, int commitTime, int unsendable) {
		this.jdbc.sql("""
				update runs set next_row = :next, commit_time = :time, unsendable_rows = unsendable_rows + :unsendable
				where id = :id""")
			.param("id", run.id())
			.param("next", run.nextRow())
			.param("time", commitTime)
			.param("unsendable", unsendable)
			.update();
	}

	void finish(UUID run) {
		this.jdbc.sql("update runs set finished_at = now() where id = :id").param("id", run).update();
	}

	/** Keeps as many as there is room for; what is known already stays. */
	void keep(UUID run, List<Rejection> rejections) {
		int room = MOST_REJECTED_KEPT - kept(run);
		rejections.stream().limit(Math.max(room, 0)).forEach((rejection) -> insert(run, rejection));
	}

	private int kept(UUID run) {
		return this.jdbc.sql("select count(*) from rejected_rows where run_id = :run")
			.param("run", run)
			.query(Integer.class)
			.single();
	}

	private void insert(UUID run, Rejection rejection) {
		this.jdbc.sql("""
				insert into rejected_rows (run_id, line, run_row, field, reason)
				values (:run, :line, :row, :field, :reason) on conflict do nothing""")
			.param("run", run)
			.param("line", rejection.line())
			.param("row", rejection.row())
			.param("field", rejection.field())
			.param("reason", rejection.reason())
			.update();
	}

	private static Run run(ResultSet row, int number) throws SQLException {
		return new Run(row.getObject("id", UUID.class), row.getString("source_fingerprint"), row.getLong("total_rows"),
				row.getInt("window_rows"), row.getInt("partitions"), row.getLong("window_end"),
				row.getLong("next_row"));
	}

}
