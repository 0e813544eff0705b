-- Transport controls. The operator writes what is wanted, the producer answers with the state; wishes that begin a new
-- run or allow some rows more are absolute, so that they survive a crash and take effect once.

alter table replays
	drop constraint replays_command_check,
	drop constraint replays_state_check;

-- What was a stop is a pause now; a stop is for good.
update replays set command = 'pause' where command = 'stop';
update replays set state = 'paused' where state = 'stopped';

alter table replays
	add constraint replays_command_check check (command in ('start', 'pause', 'stop')),
	add constraint replays_state_check
		check (state in ('pending', 'running', 'paused', 'completed', 'stopped', 'failed')),
	add column speed_up integer check (speed_up > 0),
	add column from_row bigint check (from_row >= 0),
	add column to_row bigint check (to_row >= 0),
	add column from_time integer check (from_time >= 0),
	add column to_time integer check (to_time >= 0),
	add column loop boolean not null default false,
	add column jump_id uuid,
	add column jump_row bigint check (jump_row >= 0),
	add column jump_time integer check (jump_time >= 0),
	add column step_to bigint,
	add constraint replays_one_pace check (rate is null or speed_up is null),
	add constraint replays_one_range check (num_nonnulls(from_row, from_time) < 2 and num_nonnulls(to_row, to_time) < 2),
	add constraint replays_one_jump check (num_nonnulls(jump_row, jump_time) < 2),
	add constraint replays_clock
		check (row_order = 'time' or num_nonnulls(speed_up, from_time, to_time, jump_time) = 0);

comment on column replays.rate is 'commits per second; where speed_up is null too, as fast as possible';
comment on column replays.speed_up is 'minutes of the commits'' own clock per minute';
comment on column replays.from_row is 'first row of a pass, in the order of the replay';
comment on column replays.to_row is 'row before which a pass ends';
comment on column replays.from_time is 'commit time of the first row of a pass';
comment on column replays.to_time is 'commit time before which a pass ends';
comment on column replays.jump_id is 'a run of another jump than this ends, and one from jump_row, jump_time or the start begins';
comment on column replays.step_to is 'rows, summed over all runs, up to which a paused replay goes on';

create unique index one_running_replay on replays ((true)) where state = 'running';

alter table runs
	add column start_row bigint not null default 0,
	add column rows_before bigint not null default 0,
	add column origin text not null default 'start' check (origin in ('start', 'restart', 'seek', 'loop')),
	add column jump_id uuid;

comment on column runs.start_row is 'where in the order of the source the run begins: its row n is row start_row + n there';
comment on column runs.rows_before is 'rows that earlier runs of the replay have dealt with';
comment on column runs.origin is 'why the run began';
comment on column runs.jump_id is 'the jump of the replay that the run began with';

create table replay_commands (
	id uuid not null,
	move text not null,
	replay_id uuid not null references replays,
	detail text,
	given_by text not null,
	given_at timestamptz not null default now(),
	primary key (id, move)
);

create index replay_commands_of_a_replay on replay_commands (replay_id, given_at);

comment on table replay_commands is 'who did what; a command that comes twice under one id is taken once';

-- The one place that knows which move is legal: null if it is, else why not. Whoever writes a command locks the replay
-- first, asks, and then writes.
create function replay_refusal(replay uuid, move text) returns text
language sql stable
as $$
	select case
		when move = 'again' then
			case when r.state not in ('completed', 'stopped', 'failed') then
				'The replay of ' || r.source || ' is not at its end: restart it from the beginning instead.' end
		when r.state = 'stopped' or r.command = 'stop' and r.state not in ('completed', 'failed') then
			case when move <> 'stop' then
				'The replay of ' || r.source || ' is stopped for good: replay the source again.' end
		when r.state = 'completed' then
			'The replay of ' || r.source || ' is completed: replay the source again.'
		when r.state = 'failed' then
			'The replay of ' || r.source || ' has failed: replay the source again.'
		when move = 'step' and r.command <> 'pause' then
			'The replay of ' || r.source || ' is running: pause it, then step.'
	end
	from replays r where r.id = replay
$$;

comment on function replay_refusal is 'moves: resume, pause, stop, restart, seek, step, pace, loop, again';

-- The replay that is at work or about to be: another one waits for its end, its pause or its stop.
create view active_replays as
select * from replays
where state = 'running' or (state in ('pending', 'paused') and command = 'start');
