-- What the hot path counts. Keyed by partition, so that partitions never contend for a row; summed when read.
-- Events without a replay identity are counted under the run 00000000-0000-0000-0000-000000000000.
-- Entropy is in ten-thousandths, so that sums are exact and independent of order.

create table commits_by_minute (
	run_id uuid not null,
	partition_id integer not null,
	minute timestamptz not null,
	commits bigint not null,
	lines_added bigint not null,
	lines_deleted bigint not null,
	entropy_sum numeric not null,
	entropy_squares numeric not null,
	entropy_max bigint not null,
	primary key (run_id, partition_id, minute)
);

create index commits_by_minute_in_time on commits_by_minute (minute);

comment on column commits_by_minute.minute is 'the minute in which the hub took the events';

create table commits_by_author_hour (
	run_id uuid not null,
	partition_id integer not null,
	author text not null,
	commit_hour integer not null,
	commits bigint not null,
	lines_added bigint not null,
	lines_deleted bigint not null,
	entropy_sum numeric not null,
	entropy_squares numeric not null,
	entropy_max bigint not null,
	primary key (run_id, partition_id, author, commit_hour)
);

comment on column commits_by_author_hour.commit_hour is 'the commits'' own clock: hours since the start of the data set''s month';

create table commits_by_component_hour (
	run_id uuid not null,
	partition_id integer not null,
	component text not null,
	commit_hour integer not null,
	commits bigint not null,
	lines_added bigint not null,
	lines_deleted bigint not null,
	entropy_sum numeric not null,
	entropy_squares numeric not null,
	entropy_max bigint not null,
	primary key (run_id, partition_id, component, commit_hour)
);

create table commits_by_author_entropy (
	run_id uuid not null,
	partition_id integer not null,
	author text not null,
	bucket smallint not null check (bucket between 0 and 20),
	commits bigint not null,
	primary key (run_id, partition_id, author, bucket)
);

comment on column commits_by_author_entropy.bucket is 'entropy from bucket * 0.05 up to the next; 20 holds 1.00 and above';

create table event_outcomes (
	run_id uuid not null,
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	counted bigint not null,
	duplicates bigint not null,
	quarantined bigint not null,
	primary key (run_id, partition_id, incarnation)
);

comment on table event_outcomes is 'what became of every event taken: each is counted, a duplicate or quarantined';

create table quarantined_events (
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	sequence_number bigint not null,
	run_id uuid not null,
	run_row bigint,
	enqueued_at timestamptz not null,
	reason text not null,
	properties json not null,
	body bytea not null,
	quarantined_at timestamptz not null default now(),
	primary key (partition_id, incarnation, sequence_number)
);

comment on table quarantined_events is 'events whose content can never be counted, with their original bytes';
