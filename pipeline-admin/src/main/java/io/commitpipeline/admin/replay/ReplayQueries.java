package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads replays and their runs.
 */
@Repository
public class ReplayQueries {

	private final JdbcClient jdbc;

	ReplayQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The replay that an operator cares about: the one at work, else the next, else the
	 * latest.
	 * @return the replay, if there ever was one
	 */
	public Optional<Replay> current() {
		return this.jdbc.sql("""
				select p.id, p.source, p.rate, upper(p.command) as command, upper(p.state) as state, p.failure,
					p.lease_until, r.id as run_id, coalesce(r.total_rows, 0) as total_rows,
					coalesce(r.next_row, 0) as next_row,
					coalesce(r.rejected_rows + r.unsendable_rows, 0) as rejected, r.commit_time, r.started_at,
					r.finished_at,
					(select count(*) from replays w where w.command = 'start' and w.state = 'pending' and w.id <> p.id)
						as waiting,
					(select string_agg(upper(m.move), ',') from unnest(array[
						'resume', 'pause', 'stop', 'restart', 'seek', 'step', 'pace', 'loop', 'again']) m (move)
						where replay_refusal(p.id, m.move) is null) as moves
				from replays p
				left join lateral (
					select * from runs where replay_id = p.id order by started_at desc limit 1
				) r on true
				order by case
					when p.state = 'running' then 1
					when p.state in ('pending', 'paused') and p.command = 'start' then 2
					when p.state in ('pending', 'paused') then 3
					else 4
				end,
				case when p.state in ('pending', 'running', 'paused') and p.command = 'start' then p.created_at end,
				p.created_at desc
				limit 1
				""").query(Replay.class).optional();
	}

	/**
	 * The first rejected rows of a run.
	 * @param runId the run
	 * @param limit how many at most
	 * @return the rows by line
	 */
	public List<RejectedRow> rejectedRows(UUID runId, int limit) {
		return this.jdbc.sql("""
				select line, field, reason from rejected_rows where run_id = :run order by line limit :limit
				""").param("run", runId).param("limit", limit).query(RejectedRow.class).list();
	}

	/**
	 * The sources replayed so far.
	 * @return their paths
	 */
	public List<String> sources() {
		return this.jdbc.sql("select source from replays group by source order by max(created_at) desc limit 20")
			.query(String.class)
			.list();
	}

}
