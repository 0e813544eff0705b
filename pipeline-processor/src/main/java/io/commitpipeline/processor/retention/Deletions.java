package io.commitpipeline.processor.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes some rows, and adds what they held to the totals, in one transaction. Takes no
 * lock that a batch waits for; a rebuild's swap and a deletion wait for each other.
 */
@Repository
class Deletions {

	private static final String DELETE = """
			with gone as (
				delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit 1000)) returning *
			)
			insert into deleted_totals as t (run_id, partition_id, metric, counted)
			select run_id, partition_id, '%1$s', %3$s from gone group by 1, 2
			on conflict (run_id, partition_id, metric) do update set counted = t.counted + excluded.counted""";

	private static final String COMMITS = "sum(commits)";

	private static final List<String> OF_A_RUN = List.of("commits_by_author_hour", "commits_by_component_hour",
			"commits_by_author_entropy");

	private static final List<String> DERIVED = List.of("author_habit_batches", "author_habits", "author_habit_limits",
			"unusual_authors");

	private final JdbcTemplate jdbc;

	Deletions(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return false if no minute is that old
	 */
	@Transactional
	public boolean minutes(Instant before) {
		lock();
		return this.jdbc.update(DELETE.formatted("commits_by_minute", "minute < ?", COMMITS),
				before.atOffset(ZoneOffset.UTC)) > 0;
	}

	/**
	 * @return false if no event is that old
	 */
	@Transactional
	public boolean quarantine(Instant before) {
		lock();
		return this.jdbc.update(DELETE.formatted("quarantined_events", "enqueued_at < ?", "count(*)"),
				before.atOffset(ZoneOffset.UTC)) > 0;
	}

	/**
	 * @return false if no entry is that old
	 */
	public boolean audit(Instant before) {
		return this.jdbc.update(
				"delete from audit where id = any (array(select id from audit where at < ? limit 1000))",
				before.atOffset(ZoneOffset.UTC)) > 0;
	}

	/**
	 * @return runs that have metrics, but none by minute any more
	 */
	List<UUID> runsWithoutMinutes() {
		return this.jdbc.queryForList("""
				select distinct d.run_id from deleted_totals d where d.metric = 'commits_by_minute'
					and not exists (select from commits_by_minute m where m.run_id = d.run_id)
					and (exists (select from commits_by_author_entropy e where e.run_id = d.run_id)
						or exists (select from author_habits h where h.run_id = d.run_id))
				limit 100""", UUID.class);
	}

	/**
	 * @return false if the run has no metrics left
	 */
	@Transactional
	public boolean ofRun(UUID run) {
		lock();
		for (String table : OF_A_RUN) {
			if (this.jdbc.update(DELETE.formatted(table, "run_id = ?", COMMITS), run) > 0) {
				return true;
			}
		}
		DERIVED.forEach((table) -> this.jdbc.update("delete from " + table + " where run_id = ?", run));
		this.jdbc.update("update unusual_runs set authors = 0, compared = 0 where run_id = ?", run);
		return false;
	}

	private void lock() {
		this.jdbc.execute("lock table progress in row exclusive mode");
	}

}
