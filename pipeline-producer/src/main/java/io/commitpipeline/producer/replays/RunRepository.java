package io.commitpipeline.producer.replays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Runs and their rejected rows in the database.
 */
@Repository
class RunRepository {

	/** How many rejected rows are kept of each replay; all are counted. */
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

	void insert(UUID replay, Beginning beginning) {
		Run run = beginning.run();
		this.jdbc.sql("""
				insert into runs (id, replay_id, previous_run_id, source_fingerprint, row_order, start_row, total_rows,
					window_rows, partitions, rows_before, jump_id, origin, rejected_rows, commit_time)
				values (:id, :replay, :previous, :fingerprint, :order, :start, :total, :window, :partitions, :before,
					:jump, :origin, :rejected, :time)""")
			.param("id", run.id())
			.param("replay", replay)
			.param("previous", run.previous())
			.param("fingerprint", run.fingerprint())
			.param("order", beginning.order().name().toLowerCase(Locale.ROOT))
			.param("start", run.stretch().start())
			.param("total", run.stretch().size())
			.param("window", run.windowRows())
			.param("partitions", run.partitions())
			.param("before", run.rowsBefore())
			.param("jump", run.jumpId())
			.param("origin", beginning.origin())
			.param("rejected", beginning.rejectedRows())
			.param("time", beginning.commitTime())
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

	/** Ends whatever run of the replay has not ended. */
	void finish(UUID replay) {
		this.jdbc.sql("update runs set finished_at = now() where replay_id = :replay and finished_at is null")
			.param("replay", replay)
			.update();
	}

	/** Keeps as many as there is room for; what is known already stays. */
	void keep(UUID replay, UUID run, List<Rejection> rejections) {
		int room = rejections.isEmpty() ? 0 : MOST_REJECTED_KEPT - kept(replay);
		rejections.stream().limit(Math.max(room, 0)).forEach((rejection) -> insert(run, rejection));
	}

	private int kept(UUID replay) {
		return this.jdbc.sql("select count(*) from rejected_rows join runs on id = run_id where replay_id = :replay")
			.param("replay", replay)
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
		return new Run(row.getObject("id", UUID.class), row.getObject("previous_run_id", UUID.class),
				row.getString("source_fingerprint"), new Stretch(row.getLong("start_row"), row.getLong("total_rows")),
				row.getInt("window_rows"), row.getInt("partitions"), row.getLong("rows_before"),
				row.getObject("jump_id", UUID.class), row.getLong("window_end"), row.getLong("next_row"));
	}

}
