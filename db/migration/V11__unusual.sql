-- What each author's messages say and which components the author touches, bounded whatever authors write, and how unlike the
-- others each author is.
--
-- Of an author's distinct messages (and components) those with the smallest hashes are kept: a fixed number, chosen by nothing but
-- what they say. One that belongs to them has belonged to them from its first use, so its count is exact, whatever the order, the
-- batches and the partitions that the events came in. The rest is deleted now and then and never seen by a reader of "habits".

create function habits_kept() returns integer language sql immutable parallel safe return 300;

create function habit_hash(habit text) returns bigint language sql immutable parallel safe
return ('x' || encode(substr(sha256(convert_to(habit, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint;

create table author_habit_batches (
	run_id uuid not null,
	partition_id integer not null,
	authors text[] not null,
	messages text[] not null,
	components text[] not null
);

comment on table author_habit_batches is 'a row per batch, an element per commit, until it is added to author_habits: cheap for the hot path';

create function habits_of(authors text[], messages text[], components text[])
	returns table (author text, kind text, habit text) language sql immutable parallel safe
begin atomic
	select c.author, h.kind, h.habit
	from unnest(authors, messages, components) as c (author, message, component)
	cross join lateral (values ('message', c.message), ('component', c.component)) as h (kind, habit);
end;

create table author_habits (
	run_id uuid not null,
	partition_id integer not null,
	author text not null,
	kind text not null check (kind in ('message', 'component')),
	hash bigint not null,
	habit text not null,
	uses bigint not null,
	primary key (run_id, partition_id, author, kind, hash)
);

comment on column author_habits.habit is 'a message as its words in lower case, without numbers; or a component';

create table author_habit_limits (
	run_id uuid not null,
	partition_id integer not null,
	author text not null,
	kind text not null,
	largest_hash bigint not null,
	primary key (run_id, partition_id, author, kind)
);

comment on table author_habit_limits is 'above these hashes nothing needs to be stored; only authors with more habits than are kept have one';

create view habits as
select run_id, author, kind, habit, uses from (
	select run_id, author, kind, min(habit) as habit, sum(uses)::bigint as uses,
		row_number() over (partition by run_id, author, kind order by hash) as place
	from (
		select run_id, author, kind, hash, habit, uses from author_habits
		union all
		select b.run_id, h.author, h.kind, habit_hash(h.habit), h.habit, 1
		from author_habit_batches b, habits_of(b.authors, b.messages, b.components) h
	) a
	group by run_id, author, kind, hash
) h where place <= habits_kept();

create table unusual_runs (
	run_id uuid primary key,
	counted bigint not null,
	authors integer not null,
	compared integer not null,
	scored_at timestamptz not null default now()
);

comment on table unusual_runs is 'when a run''s authors were compared last';
comment on column unusual_runs.counted is 'events counted by then';
comment on column unusual_runs.compared is 'authors with enough commits to be compared';

create table unusual_authors (
	run_id uuid not null references unusual_runs on delete cascade,
	author text not null,
	place integer not null,
	score numeric(6, 2) not null,
	stands_out boolean not null,
	author_commits bigint not null,
	words numeric(6, 2) not null,
	components numeric(6, 2) not null,
	entropy numeric(6, 2) not null,
	size numeric(6, 2) not null,
	hours numeric(6, 2) not null,
	reasons text[] not null,
	evidence json not null,
	primary key (run_id, author)
);

create index unusual_authors_by_place on unusual_authors (run_id, place);

comment on column unusual_authors.score is 'the sum of the five signals, each in deviations from the others beyond three';
comment on column unusual_authors.reasons is 'a sentence for each signal that gave points, the most first';
comment on column unusual_authors.evidence is 'one object per signal: signal, points, sentence, bars (label, own, peers, note); shares in percent';
