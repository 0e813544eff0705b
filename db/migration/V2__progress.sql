-- How far each path has come: the truth about where to start reading. Checkpoints are copies of it.

create table hub_incarnations (
	incarnation integer generated always as identity primary key,
	hub text not null,
	hub_created_at timestamptz not null,
	recognised_at timestamptz not null default now()
);

comment on table hub_incarnations is 'a hub that is created again starts its sequence numbers again: a new incarnation';

create table progress (
	path text not null check (path in ('hot', 'cold')),
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	first_sequence_number bigint,
	sequence_number bigint,
	enqueued_at timestamptz,
	updated_at timestamptz not null default now(),
	primary key (path, partition_id, incarnation)
);

comment on column progress.first_sequence_number is 'the first event ever taken; null until there is one';
comment on column progress.sequence_number is 'the last event taken: everything up to it is dealt with';
comment on column progress.enqueued_at is 'when the hub took that event';

create table sequence_gaps (
	path text not null check (path in ('hot', 'cold')),
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	first_missing bigint not null,
	last_missing bigint not null,
	reason text not null,
	recorded_at timestamptz not null default now(),
	primary key (path, partition_id, incarnation, first_missing)
);

comment on table sequence_gaps is 'events that the hub no longer had when their turn came';

create table run_windows (
	run_id uuid not null,
	partition_id integer not null,
	highest_row bigint not null,
	seen bytea not null,
	primary key (run_id, partition_id)
);

comment on table run_windows is 'which of the last W rows of a run a partition has brought: a row that comes again is a duplicate';
comment on column run_windows.seen is 'bitmap of W bits; bit i stands for row highest_row - i';
