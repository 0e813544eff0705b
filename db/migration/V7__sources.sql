-- The commit logs that lie in the lake, as the producer finds them.

create table sources (
	path text primary key,
	version text not null,
	bytes bigint not null,
	modified_at timestamptz not null,
	inspected_version text,
	inspected_at timestamptz,
	problem text,
	fingerprint text,
	valid_rows bigint,
	rejected_rows bigint,
	first_time integer,
	last_time integer,
	activity_step integer,
	activity bigint[]
);

comment on column sources.version is 'the lake''s ETag: another one, other content';
comment on column sources.inspected_version is 'the version that the columns from here on speak of; null until it was read';
comment on column sources.problem is 'why it is no commit log; null if it is one';
comment on column sources.valid_rows is 'rows that are valid commits';
comment on column sources.first_time is 'commit time of the earliest row, minutes since the start of the data set''s month';
comment on column sources.activity is 'rows in each stretch of activity_step minutes of commit time, from 0';

create table source_rejections (
	path text not null references sources on delete cascade,
	line bigint not null,
	field text,
	reason text not null,
	primary key (path, line)
);

comment on table source_rejections is 'the first rows of each source that are not valid commits; sources counts them all';
