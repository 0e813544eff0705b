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

insert into commits_by_author_entropy
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, author, least(20, entropy / 500), count(*)
from demo_commits group by 2, 3, 4;

insert into event_outcomes
select '20000000-0000-0000-0000-000000000001', abs(hashtext(author)) % 4, 1, count(*), 0, 0 from demo_commits group by 2;

update event_outcomes set quarantined = 2, duplicates = 1 where partition_id = 2;

insert into progress
select path, partition_id, 1, 0, counted + duplicates + quarantined - 1, now(), now()
from event_outcomes cross join (values ('hot'), ('cold')) paths (path);

insert into archive_files
select partition_id, 1, part * 25000, least((part + 1) * 25000, received) - 1, 'tmp/' || partition_id || '-' || part,
	to_char((now() - (6 - part) * interval '9 minutes') at time zone 'UTC', '"commits/date="YYYY-MM-DD"/hour="HH24"/partition="') || partition_id
		|| '/1-' || lpad((part * 25000)::text, 20, '0') || '.parquet',
	least((part + 1) * 25000, received) - part * 25000, 1650000 + 1000 * part, repeat('cd', 32), now() - (6 - part) * interval '9 minutes', 'done',
	now() - (6 - part) * interval '8 minutes', now()
from (select partition_id, counted + duplicates + quarantined as received from event_outcomes) o
cross join lateral generate_series(0, (received - 1) / 25000) part
where part < (received - 1) / 25000;

insert into partition_status
select path, partition_id, 1, '4711@processor-0', case when path = 'cold' and partition_id = 3 then now() - interval '40 seconds' end,
	case when path = 'cold' and partition_id = 3 then 'waits for the lake: 503 Server busy' end,
	sequence_number + 40 * (partition_id + 1), 40 * (partition_id + 1) + case path when 'cold' then 9000 else 0 end,
	case path when 'cold' then 160000 else 120 + 70 * partition_id end, 86000000 - 100000 * partition_id, now() + interval '1 hour'
from progress;

-- Latencies around 80 ms, slower where the rate rises.
insert into path_minutes
select date_trunc('minute', now()) - age * interval '1 minute', path, partition_id,
	case path when 'hot' then (40 + 30 * (1 + sin(age / 3.0)))::bigint else 9000 + (age * 977) % 14000 end, 150,
	case path when 'hot' then array(
		select (1500 * exp(-power(i - 7 - 2 * sin(age / 3.0), 2) / 4) + case when i between 10 and 14 then 6 else 0 end)::bigint
		from generate_series(1, 36) i) else '{}'::bigint[] end
from generate_series(-20, 1500) age cross join (values ('hot'), ('cold')) paths (path) cross join generate_series(0, 3) partition_id;

insert into quarantined_events
select partition_id, 1, 5000 + n, '20000000-0000-0000-0000-000000000001', case when n < 3 then 4000 + n end, now() - n * interval '7 minutes',
	case n % 3 when 0 then 'entropy: expected a number' when 1 then 'not JSON: Unexpected character' else 'author: missing' end,
	'{"replay-id":"20000000-0000-0000-0000-000000000001","replay-row":"4001"}',
	case n % 3 when 1 then convert_to('{"commit_id":"c_0004' || n || '", oops', 'UTF8')
		else convert_to('{"commit_id":"c_0004' || n || '","author":"=cmd()","entropy":"very","message":"<script>alert(1)</script>"}', 'UTF8') || '\x00ff'::bytea end,
	now() - n * interval '6 minutes'
from generate_series(0, 6) n cross join (values (2)) p (partition_id);

insert into settlements (id, action, reason_group, comment, requested_by, requested_at, done_at, result, counted)
values ('30000000-0000-0000-0000-000000000001', 'redrive', 'author: missing', null, 'ann', now() - interval '20 minutes', now() - interval '19 minutes', '3 of 3 are counted now.', 3);

insert into audit (at, actor, action, subject, state_before, state_after, result) values
	(now() - interval '54 minutes', 'ann', 'replay.create', 'commits-2025-11.csv', null, 'pending', 'done'),
	(now() - interval '31 minutes', 'ann', 'replay.pause', 'commits-2025-11.csv', 'running', 'pausing', 'done'),
	(now() - interval '27 minutes', 'bob', 'replay.resume', 'commits-2025-11.csv', 'paused', 'running', 'done'),
	(now() - interval '20 minutes', 'ann', 'quarantine.redrive', 'all events with “author: missing”', 'in quarantine', 'asked for', 'done');

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
