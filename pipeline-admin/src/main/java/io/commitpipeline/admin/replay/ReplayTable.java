package io.commitpipeline.admin.replay;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes to replays what an operator wants; the producer answers with the state. What is
 * wanted already is written again without harm, and said to be no change.
 */
@Repository
class ReplayTable {

	private static final String SENT = """
			coalesce((select rows_before + next_row from runs where replay_id = :replay order by started_at desc limit 1), 0)
			""";

	private final JdbcClient jdbc;

	ReplayTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps others from writing to the replay until the end of the transaction. */
	Optional<Standing> lock(UUID replay) {
		return this.jdbc.sql("""
				select id, source, row_order, state, command, rate, speed_up, loop,
					(select ' row ' || start_row + next_row from runs
						where replay_id = replays.id order by started_at desc limit 1) as place
				from replays where id = :replay for update
				""").param("replay", replay).query(Standing.class).optional();
	}

	/** Keeps others from putting a replay to work until the end of the transaction. */
	void lockActive() {
		this.jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('active replay'))").query(Integer.class).single();
	}

	/** The source of the replay that is at work or about to be, other than this one. */
	Optional<String> activeOther(UUID replay) {
		return this.jdbc
			.sql("select source from active_replays where id <> :replay order by state = 'running' desc limit 1")
			.param("replay", replay)
			.query(String.class)
			.optional();
	}

	/** Why the move is not legal, if it is not. */
	Optional<String> refusal(UUID replay, Move move) {
		return this.jdbc.sql("select coalesce(replay_refusal(:replay, :move), '')")
			.param("replay", replay)
			.param("move", move.stored())
			.query(String.class)
			.optional()
			.filter((sentence) -> !sentence.isEmpty());
	}

	/** Notes who did what; false if that has been done under this identifier. */
	boolean note(UUID id, Move move, UUID replay, String detail, String operator) {
		return this.jdbc.sql("""
				insert into replay_commands (id, move, replay_id, detail, given_by)
				values (:id, :move, :replay, :detail, :operator) on conflict do nothing
				""")
			.param("id", id)
			.param("move", move.stored())
			.param("replay", replay)
			.param("detail", detail)
			.param("operator", operator)
			.update() == 1;
	}

	boolean resume(UUID replay) {
		return change(replay, "command <> 'start'", "command = 'start'", new MapSqlParameterSource());
	}

	/** Holds at once what no producer has taken up; steps that are left are dropped. */
	boolean pause(UUID replay) {
		return change(replay, "(command <> 'pause' or step_to > " + SENT + ")", """
				command = 'pause', step_to = null,
				state = case when state = 'pending' and owner is null then 'paused' else state end
				""", new MapSqlParameterSource());
	}

	/** Ends at once what no producer has at work. */
	boolean stop(UUID replay) {
		boolean changed = change(replay, "command <> 'stop'", """
				command = 'stop',
				state = case when state in ('pending', 'paused') and owner is null then 'stopped' else state end
				""", new MapSqlParameterSource());
		this.jdbc.sql("""
				update runs set finished_at = now() where finished_at is null
					and replay_id = (select id from replays where id = :replay and state = 'stopped')
				""").param("replay", replay).update();
		return changed;
	}

	boolean pace(UUID replay, Pace pace) {
		return change(replay, "(rate is distinct from :rate or speed_up is distinct from :speedUp)",
				"rate = :rate, speed_up = :speedUp",
				new MapSqlParameterSource("rate", pace.rate()).addValue("speedUp", pace.speedUp()));
	}

	boolean loop(UUID replay, boolean on) {
		return change(replay, "loop <> :on", "loop = :on", new MapSqlParameterSource("on", on));
	}

	void jump(UUID replay, UUID jump, Spot target) {
		change(replay, "true", "jump_id = :jump, jump_row = :row, jump_time = :time, step_to = null",
				new MapSqlParameterSource("jump", jump).addValue("row", target.row()).addValue("time", target.time()));
	}

	void step(UUID replay, int rows) {
		change(replay, "true", "step_to = greatest(step_to, " + SENT + ") + :rows",
				new MapSqlParameterSource("rows", rows));
	}

	private boolean change(UUID replay, String unless, String change, MapSqlParameterSource values) {
		return this.jdbc.sql("update replays set updated_at = now(), " + change + " where id = :replay and " + unless)
			.paramSource(values.addValue("replay", replay))
			.update() == 1;
	}

	void again(UUID replay, UUID fresh) {
		this.jdbc.sql("""
				insert into replays (id, source, row_order, rate, speed_up, from_row, to_row, from_time, to_time, loop)
				select :fresh, source, row_order, rate, speed_up, from_row, to_row, from_time, to_time, loop
				from replays where id = :replay on conflict (id) do nothing
				""").param("replay", replay).param("fresh", fresh).update();
	}

	boolean insert(NewReplay replay) {
		return this.jdbc.sql("""
				insert into replays (id, source, row_order, rate, speed_up, from_row, from_time, to_row, to_time, loop)
				values (:id, :source, :order, :rate, :speedUp, :fromRow, :fromTime, :toRow, :toTime, :loop)
				on conflict (id) do nothing
				""")
			.param("id", replay.id())
			.param("source", replay.source())
			.param("order", replay.rowOrder())
			.param("rate", replay.pace().rate())
			.param("speedUp", replay.pace().speedUp())
			.param("fromRow", replay.from().row())
			.param("fromTime", replay.from().time())
			.param("toRow", replay.to().row())
			.param("toTime", replay.to().time())
			.param("loop", replay.loop())
			.update() == 1;
	}

}
