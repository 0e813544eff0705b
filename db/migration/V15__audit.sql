-- Who did what in the console. Written in the transaction of the action itself: one without the other cannot be.

create table audit (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	actor text not null,
	action text not null,
	subject text not null,
	state_before text,
	state_after text,
	result text not null
);

create index audit_in_time on audit (at);

comment on column audit.action is 'a verb of the console, such as replay.pause';
comment on column audit.subject is 'what it was done to, such as a replay, a source, an event';
comment on column audit.result is 'done, or why it was not';
