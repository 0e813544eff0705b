-- What operators decide about quarantined events. The console inserts a request, the processor carries it out and says what
-- came of it: no page takes a lock that a batch waits for.

create function quarantine_group(reason text) returns text language sql immutable parallel safe
return case
	when reason like 'not JSON:%' then 'not JSON'
	when reason like 'The database cannot store it:%' then 'The database cannot store it'
	when reason like 'replay-row: % is beyond the rows of its run' then 'replay-row: beyond the rows of its run'
	else reason
end;

comment on function quarantine_group is 'a reason without what is particular to one event';

create index quarantined_events_by_group
	on quarantined_events (quarantine_group(reason), partition_id, incarnation, sequence_number);

create table settlements (
	id uuid primary key,
	action text not null check (action in ('redrive', 'discard')),
	partition_id integer,
	incarnation integer references hub_incarnations,
	sequence_number bigint,
	reason_group text,
	comment text check (comment <> ''),
	requested_by text not null,
	requested_at timestamptz not null default now(),
	done_at timestamptz,
	result text,
	counted bigint not null default 0,
	duplicates bigint not null default 0,
	discarded bigint not null default 0,
	kept bigint not null default 0,
	kept_reason text,
	at_partition integer not null default -1,
	at_incarnation integer not null default -1,
	at_sequence_number bigint not null default -1,
	check (num_nonnulls(partition_id, incarnation, sequence_number) in (0, 3)),
	check (partition_id is null or reason_group is null),
	check (action <> 'discard' or comment is not null),
	check ((done_at is null) = (result is null))
);

create index settlements_to_do on settlements (requested_at) where done_at is null;

create index settlements_in_time on settlements (requested_at);

comment on table settlements is 'one event (partition_id, incarnation, sequence_number), all of a reason_group, or, with neither, all';
comment on column settlements.id is 'chosen by who asks: asked twice is asked once';
comment on column settlements.comment is 'why; a discard must have one';
comment on column settlements.result is 'a sentence; set together with done_at';
comment on column settlements.kept is 'events of a re-drive that still cannot be counted, and stay in quarantine';
comment on column settlements.kept_reason is 'why the last of them cannot';
comment on column settlements.at_partition is 'the last event dealt with: a large settlement is carried out in steps';

create table discarded_events (
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	sequence_number bigint not null,
	settlement_id uuid not null references settlements,
	primary key (partition_id, incarnation, sequence_number)
);

comment on table discarded_events is 'stay in quarantine for good, also when the metrics are rebuilt by a reader that could count them';

create view quarantine as
select q.partition_id, q.incarnation, q.sequence_number, q.run_id, q.run_row, q.enqueued_at, q.quarantined_at, q.reason,
	quarantine_group(q.reason) as reason_group, q.properties, q.body, d.settlement_id is not null as discarded,
	s.requested_by as discarded_by, s.requested_at as discarded_at, s.comment as discard_comment
from quarantined_events q
left join discarded_events d using (partition_id, incarnation, sequence_number)
left join settlements s on s.id = d.settlement_id;
