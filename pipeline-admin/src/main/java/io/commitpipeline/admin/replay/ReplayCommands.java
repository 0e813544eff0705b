package io.commitpipeline.admin.replay;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what an operator wants; the producer answers with the state. Each command may be
 * given twice without harm.
 */
@Repository
class ReplayCommands {

	private final JdbcClient jdbc;

	ReplayCommands(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void start(UUID replay) {
		command(replay, "start");
	}

	void stop(UUID replay) {
		command(replay, "stop");
	}

	/**
	 * Asks for a new replay of a finished one's source, unless one is already asked for.
	 */
	@Transactional
	void again(UUID replay) {
		this.jdbc.sql("select 1 from replays where id = :replay for update")
			.param("replay", replay)
			.query(Integer.class)
			.optional();
		this.jdbc.sql("""
				insert into replays (id, source, row_order, rate)
				select gen_random_uuid(), source, row_order, rate from replays p
				where id = :replay and state in ('completed', 'failed') and not exists (
					select 1 from replays o where o.source = p.source and o.state not in ('completed', 'failed'))
				""").param("replay", replay).update();
	}

	/**
	 * Asks for a replay that was never asked for.
	 */
	void create(NewReplay replay) {
		this.jdbc.sql("""
				insert into replays (id, source, row_order, rate) values (:id, :source, :rowOrder, :rate)
				on conflict (id) do nothing
				""").paramSource(replay).update();
	}

	private void command(UUID replay, String command) {
		this.jdbc.sql("""
				update replays set command = :command, updated_at = now()
				where id = :replay and command <> :command and state not in ('completed', 'failed')
				""").param("command", command).param("replay", replay).update();
	}

}
