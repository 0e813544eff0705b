package io.commitpipeline.processor.retention;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Folds old runs: what became of their events is added up, their rows are deleted. Only
 * of a run that is complete and has nothing left: no metrics, no event in quarantine.
 */
@Repository
class FoldedRuns {

	private static final String FOLD = """
			with gone as (
				select id, replay_id, next_row - unsendable_rows as sent, rejected_rows + unsendable_rows as rejected
				from runs r
				where not folded and finished_at < ?
					and next_row - unsendable_rows = (
						select coalesce(sum(counted + quarantined), 0) from event_outcomes where run_id = r.id)
					and not exists (select from commits_by_minute where run_id = r.id)
					and not exists (select from commits_by_author_hour where run_id = r.id)
					and not exists (select from commits_by_component_hour where run_id = r.id)
					and not exists (select from commits_by_author_entropy where run_id = r.id)
					and not exists (select from author_habits where run_id = r.id)
					and not exists (select from quarantined_events where run_id = r.id)
				limit 100 for update of r skip locked
			), outcomes as (
				delete from event_outcomes o using gone where o.run_id = gone.id returning o.*, gone.replay_id
			), totals as (
				delete from deleted_totals d using gone where d.run_id = gone.id returning d.*
			), windows as (
				delete from run_windows w using gone where w.run_id = gone.id
			), rejections as (
				delete from rejected_rows r using gone where r.run_id = gone.id
			), ranking as (
				delete from unusual_runs u using gone where u.run_id = gone.id
			), by_replay as (
				insert into folded_runs as f (replay_id, runs, sent, rejected, counted, quarantined)
				select replay_id, count(*), sum(sent), sum(rejected),
					coalesce((select sum(counted) from outcomes o where o.replay_id = gone.replay_id), 0),
					coalesce((select sum(quarantined) from outcomes o where o.replay_id = gone.replay_id), 0)
				from gone group by replay_id
				on conflict (replay_id) do update set runs = f.runs + excluded.runs, sent = f.sent + excluded.sent,
					rejected = f.rejected + excluded.rejected, counted = f.counted + excluded.counted,
					quarantined = f.quarantined + excluded.quarantined
			), by_partition as (
				insert into folded_outcomes as f (partition_id, incarnation, counted, duplicates, quarantined)
				select partition_id, incarnation, sum(counted), sum(duplicates), sum(quarantined) from outcomes group by 1, 2
				on conflict (partition_id, incarnation) do update set counted = f.counted + excluded.counted,
					duplicates = f.duplicates + excluded.duplicates, quarantined = f.quarantined + excluded.quarantined
			), by_metric as (
				insert into deleted_totals as t (run_id, partition_id, metric, counted)
				select 'ffffffff-ffff-ffff-ffff-ffffffffffff', partition_id, metric, sum(counted) from totals group by 2, 3
				on conflict (run_id, partition_id, metric) do update set counted = t.counted + excluded.counted
			)
			update runs set folded = true from gone where runs.id = gone.id""";

	private final JdbcTemplate jdbc;

	FoldedRuns(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Folds some runs. A rebuild's swap waits for it, no batch does.
	 * @return false if there was none
	 */
	@Transactional
	public boolean fold(Instant finishedBefore) {
		this.jdbc.execute("lock table progress in row exclusive mode");
		return this.jdbc.update(FOLD, finishedBefore.atOffset(ZoneOffset.UTC)) > 0;
	}

}
