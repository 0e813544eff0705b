-- What only the processor knows of the hub, for those who watch: written every few seconds, and no part of the proof.

create table partition_status (
	path text not null check (path in ('hot', 'cold')),
	partition_id integer not null,
	incarnation integer not null,
	owner text not null,
	blocked_since timestamptz,
	blocked_by text,
	hub_sequence_number bigint not null,
	lag_events bigint not null,
	lag_millis bigint not null,
	retention_left_millis bigint not null,
	updated_at timestamptz not null default now(),
	primary key (path, partition_id)
);

comment on table partition_status is 'each partition as its owner sees it; a row that grows old has no owner';
comment on column partition_status.hub_sequence_number is 'the last event that the hub has';
comment on column partition_status.lag_millis is 'how long the oldest event waits at most that is not dealt with';
comment on column partition_status.retention_left_millis is 'until the hub drops that event';

create table path_minutes (
	minute timestamptz not null,
	path text not null check (path in ('hot', 'cold')),
	partition_id integer not null,
	lag_events bigint not null,
	lag_millis bigint not null,
	latencies bigint[] not null,
	primary key (minute, path, partition_id)
);

comment on table path_minutes is 'how far each path was behind, the most in each minute; kept for 31 days';
comment on column path_minutes.latencies is
	'events dealt with by the time since the hub took them: entry i counts those up to 10 ms * 2^((i - 1) / 2), the last all others';
