-- The manifest of the archive: what is not here is not renamed into place.

create table archive_files (
	partition_id integer not null,
	incarnation integer not null references hub_incarnations,
	first_sequence_number bigint not null,
	last_sequence_number bigint not null,
	temporary_name text not null unique,
	name text not null unique,
	event_count bigint not null check (event_count > 0),
	bytes bigint not null,
	sha256 text not null,
	first_enqueued_at timestamptz not null,
	state text not null default 'pending' check (state in ('pending', 'done')),
	created_at timestamptz not null default now(),
	done_at timestamptz,
	primary key (partition_id, incarnation, first_sequence_number)
);

create index archive_files_pending on archive_files (partition_id) where state = 'pending';

comment on column archive_files.name is 'path in the file system "archive"; holds the file once the state is done';
comment on column archive_files.temporary_name is 'path of this attempt''s upload, unique to it';
comment on column archive_files.sha256 is 'of the file''s bytes, hex';
