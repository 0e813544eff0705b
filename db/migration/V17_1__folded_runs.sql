-- A looping replay makes a run of each pass. Of a run that is over, complete, and has no metrics left, only its row in runs
-- stays; its outcomes are added up by replay and by partition, so that the proof holds. What comes of it again is a duplicate.

alter table runs add column folded boolean not null default false;

comment on column runs.folded is 'its outcomes are part of folded_runs and folded_outcomes, its rows are known to have been counted';

create index runs_not_folded on runs (id) where not folded;

create index runs_of_a_replay_in_time on runs (replay_id, started_at);

create index runs_in_time on runs (started_at);

create table folded_runs (
	replay_id uuid primary key references replays,
	runs bigint not null,
	sent bigint not null,
	rejected bigint not null,
	counted bigint not null,
	quarantined bigint not null
);

comment on table folded_runs is 'what became of the rows of a replay''s old runs';

create table folded_outcomes (
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	counted bigint not null,
	duplicates bigint not null,
	quarantined bigint not null,
	primary key (partition_id, incarnation)
);

comment on table folded_outcomes is 'what became of the events of old runs; deleted_totals holds theirs under the run ffffffff-ffff-ffff-ffff-ffffffffffff';

create or replace view run_completeness as
select r.id as run_id, r.replay_id, p.source, r.started_at, r.finished_at, r.total_rows,
	r.next_row - r.unsendable_rows as sent,
	r.rejected_rows + r.unsendable_rows as rejected,
	coalesce(o.counted, 0) as counted,
	coalesce(o.duplicates, 0) as duplicates,
	coalesce(o.quarantined, 0) as quarantined,
	r.next_row - r.unsendable_rows - coalesce(o.counted, 0) - coalesce(o.quarantined, 0) as missing
from runs r
join replays p on p.id = r.replay_id
left join (
	select run_id, sum(counted)::bigint as counted, sum(duplicates)::bigint as duplicates,
		sum(quarantined)::bigint as quarantined
	from event_outcomes group by run_id
) o on o.run_id = r.id
where not r.folded;

create or replace view partition_completeness as
select p.partition_id, p.incarnation, p.first_sequence_number, p.sequence_number,
	coalesce(p.sequence_number - p.first_sequence_number + 1, 0) as received,
	coalesce(o.counted, 0) as counted,
	coalesce(o.duplicates, 0) as duplicates,
	coalesce(o.quarantined, 0) as quarantined,
	coalesce(a.archived, 0) as archived,
	coalesce(a.files, 0) as files,
	coalesce(g.gaps, 0) as gaps
from (
	select partition_id, incarnation, min(first_sequence_number) as first_sequence_number,
		max(sequence_number) as sequence_number
	from progress group by partition_id, incarnation
) p
left join (
	select partition_id, incarnation, sum(counted)::bigint as counted, sum(duplicates)::bigint as duplicates,
		sum(quarantined)::bigint as quarantined
	from (
		select partition_id, incarnation, counted, duplicates, quarantined from event_outcomes
		union all
		select partition_id, incarnation, counted, duplicates, quarantined from folded_outcomes
	) all_outcomes group by partition_id, incarnation
) o using (partition_id, incarnation)
left join (
	select partition_id, incarnation, sum(events)::bigint as archived, sum(files)::bigint as files
	from archive_days group by partition_id, incarnation
) a using (partition_id, incarnation)
left join (
	select partition_id, incarnation, count(*) as gaps from sequence_gaps group by partition_id, incarnation
) g using (partition_id, incarnation);

create or replace view completeness as
select r.sent, r.rejected, p.received, p.counted, p.duplicates, p.quarantined, p.archived, p.files, p.gaps,
	greatest(r.missing, p.received - p.counted - p.duplicates - p.quarantined, p.received - p.archived, 0) as missing,
	r.complete and p.complete as complete
from (
	select coalesce(sum(sent), 0)::bigint as sent, coalesce(sum(rejected), 0)::bigint as rejected,
		coalesce(sum(greatest(missing, 0)), 0)::bigint as missing, coalesce(bool_and(missing = 0), true) as complete
	from (
		select sent, rejected, missing from run_completeness
		union all
		select sent, rejected, sent - counted - quarantined from folded_runs
	) all_runs
) r
cross join (
	select coalesce(sum(received), 0)::bigint as received, coalesce(sum(counted), 0)::bigint as counted,
		coalesce(sum(duplicates), 0)::bigint as duplicates, coalesce(sum(quarantined), 0)::bigint as quarantined,
		coalesce(sum(archived), 0)::bigint as archived, coalesce(sum(files), 0)::bigint as files,
		coalesce(sum(gaps), 0)::bigint as gaps,
		coalesce(bool_and(received = counted + duplicates + quarantined and received = archived and gaps = 0), true)
			as complete
	from partition_completeness
) p;
