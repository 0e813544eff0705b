-- What retention has deleted, so that what is counted stays provable: for each metric table its commits and those deleted from it
-- add up to what event_outcomes says was counted, and likewise for quarantined_events.

create table deleted_totals (
	run_id uuid not null,
	partition_id integer not null,
	metric text not null,
	counted bigint not null,
	primary key (run_id, partition_id, metric)
);

comment on column deleted_totals.metric is 'the table that it was deleted from';

create index quarantined_events_in_time on quarantined_events (enqueued_at);
