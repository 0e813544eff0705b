package io.commitpipeline.admin.metrics;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads which runs there are metrics of.
 */
@Repository
class RunQueries {

	private final JdbcClient jdbc;

	RunQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The latest runs with something counted, the latest first.
	 */
	List<RunChoice> runs() {
		return this.jdbc.sql("""
				select o.run_id as id, p.source, r.started_at
				from (select distinct run_id from event_outcomes) o
				left join runs r on r.id = o.run_id
				left join replays p on p.id = r.replay_id
				order by r.started_at desc nulls last, o.run_id limit 50
				""").query(RunChoice.class).list();
	}

}
