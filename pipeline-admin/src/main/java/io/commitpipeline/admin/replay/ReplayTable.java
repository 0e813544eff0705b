package io.commitpipeline.admin.replay;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes to replays what an operator wants; the producer answers with the state.
 */
@Repository
class ReplayTable {

	private final JdbcClient jdbc;

	ReplayTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps others from writing to the replay until the end of the transaction. */
	boolean lock(UUID replay) {
		return this.jdbc.sql("select id from replays where id = :replay for update")
			.param("replay", replay)
			.query(UUID.class)
			.optional()
			.isPresent();
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

	/** False, as below, if that is what is wanted already. */
	boolean resume(UUID replay) {
		return change(replay, "command <> 'start'", "command = 'start'", Map.of());
	}

	/** Holds at once what no producer has taken up. */
	boolean pause(UUID replay) {
		return change(replay, "command <> 'pause'", """
				command = 'pause', state = case when state = 'pending' and owner is null then 'paused' else state end
				""", Map.of());
	}

	/** Ends at once what no producer has at work. */
	boolean stop(UUID replay) {
		boolean changed = change(replay, "command <> 'stop'", """
				command = 'stop',
				state = case when state in ('pending', 'paused') and owner is null then 'stopped' else state end
				""", Map.of());
		this.jdbc.sql("""
				update runs set finished_at = now() where finished_at is null
					and replay_id = (select id from replays where id = :replay and state = 'stopped')
				""").param("replay", replay).update();
		return changed;
	}

	private boolean change(UUID replay, String unless, String change, Map<String, ?> values) {
		return this.jdbc.sql("update replays set updated_at = now(), " + change + " where id = :replay and " + unless)
			.param("replay", replay)
			.params(values)
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
				insert into replays (id, source, row_order, rate) values (:id, :source, :rowOrder, :rate)
				on conflict (id) do nothing
				""").paramSource(replay).update() == 1;
	}

}
