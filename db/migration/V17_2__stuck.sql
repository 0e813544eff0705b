alter table partition_status add column stuck boolean not null default false;

comment on column partition_status.stuck is 'events wait and nothing moves, also after a restart of the path: the watchdog''s word';
