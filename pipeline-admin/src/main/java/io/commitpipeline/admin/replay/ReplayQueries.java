package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.admin.rows.Rows;
import io.commitpipeline.admin.web.Listing;

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
		return this.jdbc
			.sql("""
					select p.id, p.source, p.rate, p.speed_up, upper(p.command) as command, upper(p.state) as state, p.failure,
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
					""")
			.query(Replay.class)
			.optional();
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
	 * How a replay goes through its source.
	 */
	Optional<Course> course(UUID replay) {
		return this.jdbc.sql("""
				select p.row_order, p.loop, p.from_row, p.from_time, p.to_row, p.to_time,
					(select count(*) from runs where replay_id = p.id) as runs,
					coalesce(r.start_row, 0) as start_row, coalesce(r.origin, 'start') as origin,
					greatest(p.step_to - coalesce(r.rows_before + r.next_row, 0), 0) as steps_left,
					p.jump_id is distinct from r.jump_id and p.jump_id is not null as jumping
				from replays p
				left join lateral (
					select * from runs where replay_id = p.id order by started_at desc limit 1
				) r on true
				where p.id = :replay
				""").param("replay", replay).query(Course.class).optional();
	}

	/**
	 * The latest runs of a replay.
	 */
	List<Pass> passes(UUID replay, int limit) {
		return this.jdbc.sql("""
				select row_number() over (order by started_at) as number, origin, start_row, total_rows,
					next_row - unsendable_rows as sent, commit_time, started_at, finished_at
				from runs where replay_id = :replay order by started_at desc limit :limit
				""").param("replay", replay).param("limit", limit).query(Pass.class).list();
	}

	/**
	 * What was asked of a replay last.
	 */
	List<GivenCommand> commands(UUID replay, int limit) {
		return this.jdbc.sql("""
				select given_at, given_by, move, detail from replay_commands where replay_id = :replay
				order by given_at desc limit :limit
				""").param("replay", replay).param("limit", limit).query(GivenCommand.class).list();
	}

	/**
	 * Replays with what came of them, the latest first.
	 */
	List<PastReplay> history(Listing listing) {
		return this.jdbc
			.sql("""
					select p.id, p.source, p.state, p.failure, p.rate, p.speed_up, p.created_at,
						case when p.state in ('completed', 'stopped', 'failed') then p.updated_at end as ended_at,
						coalesce(r.runs, 0) as runs, coalesce(r.sent, 0) as sent, coalesce(r.rejected, 0) as rejected,
						(select given_by from replay_commands c where c.replay_id = p.id order by given_at limit 1) as given_by
					from replays p
					left join lateral (
						select count(*) as runs, sum(next_row - unsendable_rows)::bigint as sent,
							sum(rejected_rows + unsendable_rows)::bigint as rejected
						from runs where replay_id = p.id
					) r on true
					where :filter::text is null or concat_ws(' ', p.source, p.state, p.failure) ilike '%' || :filter || '%'
					order by p.created_at desc, p.id limit :limit offset :offset
					""")
			.param("filter", listing.filterPattern())
			.param("limit", listing.limit())
			.param("offset", listing.offset())
			.query(Rows.of(PastReplay.class))
			.list();
	}

	/**
	 * How many replays there are.
	 */
	long count(Listing listing) {
		return this.jdbc.sql("""
				select count(*) from replays p
				where :filter::text is null or concat_ws(' ', p.source, p.state, p.failure) ilike '%' || :filter || '%'
				""").param("filter", listing.filterPattern()).query(Long.class).single();
	}

	/**
	 * The rejected rows of all runs of a replay.
	 */
	List<RejectedRow> rejectedRowsOf(UUID replay, int limit) {
		return this.jdbc.sql("""
				select distinct line, field, reason from rejected_rows join runs on runs.id = run_id
				where replay_id = :replay order by line limit :limit
				""").param("replay", replay).param("limit", limit).query(RejectedRow.class).list();
	}

}
