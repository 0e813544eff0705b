-- What each app may do. It signs in with a login of its own, which the migration job makes a member of its role here.
-- The console reads everything. What the other two may is listed table by table: a table that a migration adds belongs
-- into this file as well.

do $$
declare
	role text;
begin
	foreach role in array array['pipeline_producer', 'pipeline_processor', 'pipeline_admin'] loop
		if not exists (select from pg_roles where rolname = role) then
			begin
				execute format('create role %I nologin', role);
			-- Roles are the server's: another of its databases may be migrated at the same time.
			exception when duplicate_object or unique_violation then
				null;
			end;
		end if;
	end loop;
end
$$;

create schema if not exists rebuild;

comment on schema rebuild is 'new metrics, while they are computed from the archive';

revoke all on all tables in schema public from pipeline_producer, pipeline_processor, pipeline_admin;

grant select on flyway_schema_history to pipeline_producer, pipeline_processor;

-- Replays, and what came of their rows.
grant select, insert, update on replays, runs to pipeline_producer;
grant select, insert on rejected_rows to pipeline_producer;
grant select, insert, update, delete on sources, source_rejections to pipeline_producer;

-- Counting and archiving. Deleting is for metrics that are computed anew.
grant select, update (folded) on runs to pipeline_processor;
grant select, delete on rejected_rows to pipeline_processor;
grant select, insert, update on hub_incarnations, archive_files, archive_days to pipeline_processor;
grant select, insert, update, delete on progress, sequence_gaps, run_windows, event_outcomes, quarantined_events,
	commits_by_minute, commits_by_author_hour, commits_by_component_hour, commits_by_author_entropy to pipeline_processor;
grant select, insert, update, delete on author_habit_batches, author_habits, author_habit_limits, unusual_runs, unusual_authors,
	deleted_totals, folded_runs, folded_outcomes to pipeline_processor;
grant select on habits to pipeline_processor;
grant select, update on settlements to pipeline_processor;
grant select, insert, delete on discarded_events to pipeline_processor;
-- Nobody changes an entry. The console cannot delete one, the processor does when it is old.
grant select, delete on audit to pipeline_processor;
grant select, insert, update, delete on partition_status, path_minutes to pipeline_processor;
grant usage, create on schema rebuild to pipeline_processor;

-- The console: commands and decisions.
grant select on all tables in schema public to pipeline_admin;
grant insert, update on replays to pipeline_admin;
grant update (finished_at) on runs to pipeline_admin;
grant insert on replay_commands, settlements, audit to pipeline_admin;

-- How long other users' transactions last. Not every administrator may grant that; the console does without.
do $$
begin
	grant pg_read_all_stats to pipeline_admin;
exception when unique_violation then
	null;
when insufficient_privilege then
	raise notice 'pipeline_admin sees its own connections only';
end
$$;
