-- A database as it looks after a replay: commits by 100 authors, aggregated as the hot path does.
-- The number of commits is the setting demo.commits.

select setseed(0.42);

create temporary table demo_commits as
select 'person_' || (1 + floor(100 * power(random(), 1.6)))::int as author,
	(floor(random() * 30)::int * 24 + 8 + floor(abs(random() + random() - 1) * 11)::int) as hour,
	(array['services/billing', 'services/payments', 'services/search', 'frontend/admin', 'frontend/web', 'core/storage',
		'core/api', 'core/ml', 'infra/ops', 'infra/terraform', 'security/auth', 'security/crypto', 'data/etl',
		'docs/guides'])[1 + floor(14 * power(random(), 1.4))::int] as component,
	1 + floor(60 * power(random(), 2))::int as added, floor(30 * power(random(), 2))::int as deleted,
	0::bigint as entropy, 0 as age
from generate_series(1, current_setting('demo.commits')::int);

-- Each author has an entropy level of their own; the rate went up and down and rested for a while.
update demo_commits set
	entropy = 3600 + abs(hashtext(author || component)) % 2400 + floor(900 * random())::bigint,
	age = floor(48 * random())::int;
update demo_commits set age = age + 4 where age > 21;
update demo_commits set age = floor(21 * random())::int where random() < 0.2 * (1 + sin(age / 3.0));

insert into replays (id, source, rate, state, owner, lease_until, created_at)
values ('10000000-0000-0000-0000-000000000001', 'commits-2025-11.csv', 500, 'running', 'producer-1', now() + interval '1 hour', now() - interval '55 minutes');

insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, next_row, window_end, rejected_rows, commit_time, started_at)
select '20000000-0000-0000-0000-000000000001', '10000000-0000-0000-0000-000000000001', repeat('ab', 32), 'time', count(*) * 5 / 4, 2000, 4, count(*) + 9, count(*) + 9, 3, 32780, now() - interval '54 minutes'
from demo_commits;

insert into rejected_rows (run_id, line, field, reason) values
	('20000000-0000-0000-0000-000000000001', 4711, 'lines_added', 'expected a whole number from 0 to 2147483647, found "many"'),
	('20000000-0000-0000-0000-000000000001', 90210, null, 'expected 8 columns, found 7'),
	('20000000-0000-0000-0000-000000000001', 150002, 'entropy', 'expected a number from 0 to 922337203685477.5807, found "NaN"');

insert into hub_incarnations (hub, hub_created_at) values ('commits', now() - interval '1 day');

insert into commits_by_minute
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, date_trunc('minute', now()) - age * interval '1 minute', count(*), sum(added), sum(deleted), sum(entropy), sum(entropy * entropy), max(entropy)
from demo_commits group by 2, 3;

insert into commits_by_author_hour
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, author, hour, count(*), sum(added), sum(deleted), sum(entropy), sum(entropy * entropy), max(entropy)
from demo_commits group by 2, 3, 4;

insert into commits_by_component_hour
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, component, hour, count(*), sum(added), sum(deleted), sum(entropy), sum(entropy * entropy), max(entropy)
from demo_commits group by 2, 3, 4;

insert into event_outcomes
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, 1, count(*), 0, 0 from demo_commits group by 2;

update event_outcomes set quarantined = 2, duplicates = 1 where partition_id = 2;

insert into progress
select path, partition_id, 1, 0, counted + duplicates + quarantined - 1, now(), now()
from event_outcomes cross join (values ('hot'), ('cold')) paths (path);

insert into archive_files
select partition_id, 1, part * 25000, least((part + 1) * 25000, received) - 1, 'tmp/' || partition_id || '-' || part, 'commits/' || partition_id || '-' || part,
	least((part + 1) * 25000, received) - part * 25000, 300000, repeat('cd', 32), now(), 'done', now(), now()
from (select partition_id, counted + duplicates + quarantined as received from event_outcomes) o
cross join lateral generate_series(0, (received - 1) / 25000) part
where part < (received - 1) / 25000;

drop table demo_commits;

-- Where it lies in commit time: busy mornings, quiet nights, a crescendo to the end of the month.
insert into sources (path, version, bytes, modified_at, inspected_version, inspected_at, fingerprint, valid_rows, rejected_rows, first_time, last_time, activity_step, activity)
select 'commits-2025-11.csv', '1', 23841902, now() - interval '1 day', '1', now(), repeat('ab', 32), sum(rows), 3, 7, 43194, 60, array_agg(rows order by hour)
from (select hour, (20 + 500 * greatest(0, sin((hour % 24 - 7) / 14.0 * pi())) * (case when hour / 24 % 7 in (5, 6) then 0.25 else 1 end) * (0.7 + hour / 1500.0) * (0.85 + 0.3 * random()))::bigint as rows
	from generate_series(0, 719) hour) hours;

insert into sources (path, version, bytes, modified_at, inspected_version, inspected_at, fingerprint, valid_rows, rejected_rows, first_time, last_time, activity_step, activity)
values ('team-a/october.csv', '1', 1902341, now() - interval '9 days', '1', now(), repeat('cd', 32), 19999, 0, 2, 43190, 60, '{10}'),
	('export.csv', '2', 88210, now() - interval '2 hours', null, null, null, null, null, null, null, null, null);

insert into sources (path, version, bytes, modified_at, inspected_version, inspected_at, problem)
values ('readme.csv', '1', 812, now() - interval '20 days', '1', now(), 'The first line is not the header of a commit log: expected commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message, found ''# Logs''');

insert into source_rejections (path, line, field, reason) select 'commits-2025-11.csv', line, field, reason from rejected_rows;

insert into replays (id, source, rate, state, command, created_at, updated_at, failure)
values ('10000000-0000-0000-0000-000000000002', 'team-a/october.csv', null, 'completed', 'start', now() - interval '8 days', now() - interval '191 hours', null),
	('10000000-0000-0000-0000-000000000003', 'readme.csv', 500, 'failed', 'start', now() - interval '2 days', now() - interval '2 days', 'The first line is not the header of a commit log');

insert into replay_commands (id, move, replay_id, detail, given_by, given_at)
values (gen_random_uuid(), 'start', '10000000-0000-0000-0000-000000000001', 'commits-2025-11.csv', 'operator', now() - interval '55 minutes'),
	(gen_random_uuid(), 'pace', '10000000-0000-0000-0000-000000000001', '500 commits/s', 'operator', now() - interval '31 minutes');
