-- 30 days at 1,000 commits/s: a thousand authors and two hundred components in each of 720 hours, four partitions.

insert into hub_incarnations (hub, hub_created_at) values ('commits', now() - interval '31 days');

insert into replays (id, source, state) values ('10000000-0000-0000-0000-000000000001', 'big.csv', 'completed');

insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, next_row, window_end, started_at, finished_at)
values ('20000000-0000-0000-0000-000000000001', '10000000-0000-0000-0000-000000000001', 'ab', 'time', 2592000000, 2000, 4, 2592000000, 2592000000, now() - interval '30 days', now());

insert into commits_by_minute
select '20000000-0000-0000-0000-000000000001', p, date_trunc('minute', now()) - m * interval '1 minute', 15000, 150000, 75000, 75000000, 400000000000, 9000
from generate_series(0, 43199) m cross join generate_series(0, 3) p;

insert into commits_by_author_hour
select '20000000-0000-0000-0000-000000000001', a % 4, 'person_' || a, h, 3600, 36000, 18000, 18000000, 95000000000, 9000
from generate_series(1, 1000) a cross join generate_series(0, 719) h;

insert into commits_by_component_hour
select '20000000-0000-0000-0000-000000000001', p, 'services/part_' || c, h, 4500, 45000, 22500, 22500000, 120000000000, 9000
from generate_series(1, 200) c cross join generate_series(0, 719) h cross join generate_series(0, 3) p;

insert into commits_by_author_entropy
select '20000000-0000-0000-0000-000000000001', a % 4, 'person_' || a, b, 123428 from generate_series(1, 1000) a cross join generate_series(0, 20) b;

insert into event_outcomes select '20000000-0000-0000-0000-000000000001', p, 1, 647995000, 0, 5000 from generate_series(0, 3) p;

insert into progress select path, p, 1, 0, 647999999, now(), now() from (values ('hot'), ('cold')) paths (path) cross join generate_series(0, 3) p;

insert into partition_status
select path, p, 1, 'processor', null, null, 648000040, 40, 100, 86000000, now() from (values ('hot'), ('cold')) paths (path) cross join generate_series(0, 3) p;

insert into path_minutes
select date_trunc('minute', now()) - m * interval '1 minute', path, p, 40, 100,
	case path when 'hot' then '{0,0,5,20,300,900,2000,4000,5000,2000,500,200,50,20,5}'::bigint[] else '{}'::bigint[] end
from generate_series(0, 43199) m cross join (values ('hot'), ('cold')) paths (path) cross join generate_series(0, 3) p;

insert into archive_files
select p, 1, f * 75000, (f + 1) * 75000 - 1, 'tmp/' || p || '-' || f, 'commits/' || p || '-' || f || '.parquet', 75000, 5000000, repeat('cd', 32),
	now() - f * interval '5 minutes', 'done', now(), now()
from generate_series(0, 8639) f cross join generate_series(0, 3) p;

insert into quarantined_events
select p, 1, n, '20000000-0000-0000-0000-000000000001', n, now(), case n % 3 when 0 then 'not JSON: line ' || n else 'author: missing' end, '{}', '{}', now()
from generate_series(0, 4999) n cross join generate_series(0, 3) p;

insert into audit (actor, action, subject, result) select 'ann', 'replay.pause', 'run ' || n, 'done' from generate_series(1, 20000) n;

insert into sources (path, version, bytes, modified_at, inspected_version, inspected_at, fingerprint, valid_rows, rejected_rows, first_time, last_time, activity_step, activity)
select 'month-' || n || '.csv', '1', 300000000, now() - n * interval '1 day', '1', now(), repeat('ab', 32), 2592000, 3, 0, 43199, 60,
	(select array_agg(3600) from generate_series(1, 720)) from generate_series(1, 30) n;

insert into replays (id, source, rate, state, created_at) select gen_random_uuid(), 'month-' || n % 30 || '.csv', 1000, 'completed', now() - n * interval '1 hour' from generate_series(1, 720) n;

insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, started_at, finished_at)
select gen_random_uuid(), id, 'ab', 'time', 3600000, 2000, 4, created_at, created_at from replays where rate = 1000;

insert into replay_commands (id, move, replay_id, given_by) select gen_random_uuid(), 'start', id, 'ann' from replays;

insert into unusual_runs (run_id, counted, authors, compared) values ('20000000-0000-0000-0000-000000000001', 2591980000, 1000, 1000);

insert into unusual_authors
select '20000000-0000-0000-0000-000000000001', 'person_' || a, a, greatest(0, 16 - a), a < 3, 2592000, 5, 0, 0, 0, 0, array['23 % of the messages hold phrases that hardly anyone else uses.'],
	(select json_agg(json_build_object('signal', signal, 'points', 3, 'sentence', '2 % of the commits.', 'bars',
		(select json_agg(json_build_object('label', 'phrase ' || n, 'own', n, 'peers', 1, 'note', '9 times')) from generate_series(1, 24) n)))
		from unnest(array['WORDS', 'COMPONENTS', 'ENTROPY', 'SIZE', 'HOURS']) signal)
from generate_series(1, 1000) a;

analyze;
