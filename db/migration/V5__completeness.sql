-- The proof that nothing is lost: one view per question.

create view run_completeness as
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
) o on o.run_id = r.id;

comment on column run_completeness.missing is 'sent rows that are neither counted nor quarantined yet; negative while rows are counted before they are known as sent';

create view partition_completeness as
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
	select partition_id, incarnation, sum(event_count)::bigint as archived, count(*) as files
	from archive_files where state = 'done' group by partition_id, incarnation
) a using (partition_id, incarnation)
left join (
	select partition_id, incarnation, count(*) as gaps from sequence_gaps group by partition_id, incarnation
) g using (partition_id, incarnation);

comment on column partition_completeness.received is 'events from the first to the last that either path has taken';

create view completeness as
select r.sent, r.rejected, p.received, p.counted, p.duplicates, p.quarantined, p.archived, p.files, p.gaps,
	greatest(r.missing, p.received - p.counted - p.duplicates - p.quarantined, p.received - p.archived, 0) as missing,
	r.complete and p.complete as complete
from (
	select coalesce(sum(sent), 0)::bigint as sent, coalesce(sum(rejected), 0)::bigint as rejected,
		coalesce(sum(greatest(missing, 0)), 0)::bigint as missing, coalesce(bool_and(missing = 0), true) as complete
	from run_completeness
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
