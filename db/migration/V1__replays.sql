-- What is replayed: a replay is what an operator asked for, a run is one pass over its source.

create table replays (
	id uuid primary key,
	source text not null,
	row_order text not null default 'time' check (row_order in ('time', 'file')),
	rate integer check (rate > 0),
	command text not null default 'start' check (command in ('start', 'stop')),
	state text not null default 'pending' check (state in ('pending', 'running', 'stopped', 'completed', 'failed')),
	failure text,
	owner text,
	lease_until timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);

comment on column replays.source is 'path of the commit log in the file system "sources"';
comment on column replays.rate is 'commits per second; null is as fast as possible';
comment on column replays.command is 'what the operator wants; the producer answers with the state';
comment on column replays.owner is 'the producer that holds the lease';

create table runs (
	id uuid primary key,
	replay_id uuid not null references replays,
	previous_run_id uuid references runs,
	source_fingerprint text not null,
	row_order text not null check (row_order in ('time', 'file')),
	total_rows bigint not null check (total_rows >= 0),
	window_rows integer not null check (window_rows > 0),
	partitions integer not null check (partitions > 0),
	window_end bigint not null default 0,
	next_row bigint not null default 0,
	rejected_rows bigint not null default 0,
	unsendable_rows bigint not null default 0,
	commit_time integer,
	started_at timestamptz not null default now(),
	finished_at timestamptz
);

create index runs_of_a_replay on runs (replay_id);

comment on column runs.source_fingerprint is 'SHA-256 of the source file, hex';
comment on column runs.total_rows is 'rows that are valid commits; they are numbered from 0 in the order of the run';
comment on column runs.window_rows is 'W: no row h is sent before every row up to h - W is accepted or recorded as rejected';
comment on column runs.window_end is 'rows below may have been sent (exclusive)';
comment on column runs.next_row is 'rows below are accepted by the hub or recorded as unsendable';
comment on column runs.rejected_rows is 'rows of the source that are not valid commits; they have no number';
comment on column runs.unsendable_rows is 'numbered rows below next_row that the hub can never take';
comment on column runs.commit_time is 'the commits'' own clock at next_row, minutes since the start of the data set''s month';

create table rejected_rows (
	run_id uuid not null references runs,
	line bigint not null,
	run_row bigint,
	field text,
	reason text not null,
	primary key (run_id, line)
);

comment on table rejected_rows is 'the first rejected rows of each run, bounded in number; runs counts them in full';
comment on column rejected_rows.line is 'where the row starts in the source, from 1';
comment on column rejected_rows.run_row is 'number of an unsendable row; null for a row that is not a valid commit';
