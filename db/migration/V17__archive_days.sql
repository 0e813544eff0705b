-- What the manifest adds up to, by day: a year of it is too much to sum for a page. Whoever writes the manifest keeps it so.

create table archive_days (
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	date date not null,
	files bigint not null,
	events bigint not null,
	bytes bigint not null,
	pending bigint not null,
	primary key (partition_id, incarnation, date)
);

comment on table archive_days is 'files in place, their events and bytes, by the day in UTC in which the hub took their first event';
comment on column archive_days.pending is 'files that are in the manifest and not in place yet';

create function add_to_archive_days(file archive_files, sign integer) returns void language sql
begin atomic
	insert into archive_days as d (partition_id, incarnation, date, files, events, bytes, pending)
	select file.partition_id, file.incarnation, (file.first_enqueued_at at time zone 'UTC')::date, sign * done, sign * done * file.event_count,
		sign * done * file.bytes, sign * (1 - done)
	from (select (file.state = 'done')::integer as done) f
	on conflict (partition_id, incarnation, date) do update set files = d.files + excluded.files, events = d.events + excluded.events,
		bytes = d.bytes + excluded.bytes, pending = d.pending + excluded.pending;
end;

create function follow_archive_files() returns trigger language plpgsql as $$
begin
	if tg_op <> 'INSERT' then
		perform add_to_archive_days(old, -1);
	end if;
	if tg_op <> 'DELETE' then
		perform add_to_archive_days(new, 1);
	end if;
	return null;
end
$$;

create trigger archive_days after insert or update or delete on archive_files
	for each row execute function follow_archive_files();

-- The trigger keeps writers out until these are in, too.
insert into archive_days
select partition_id, incarnation, (first_enqueued_at at time zone 'UTC')::date, count(*) filter (where state = 'done'),
	coalesce(sum(event_count) filter (where state = 'done'), 0), coalesce(sum(bytes) filter (where state = 'done'), 0),
	count(*) filter (where state = 'pending')
from archive_files group by 1, 2, 3;

create index archive_files_in_time on archive_files (first_enqueued_at);

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
	from event_outcomes group by partition_id, incarnation
) o using (partition_id, incarnation)
left join (
	select partition_id, incarnation, sum(events)::bigint as archived, sum(files)::bigint as files
	from archive_days group by partition_id, incarnation
) a using (partition_id, incarnation)
left join (
	select partition_id, incarnation, count(*) as gaps from sequence_gaps group by partition_id, incarnation
) g using (partition_id, incarnation);
