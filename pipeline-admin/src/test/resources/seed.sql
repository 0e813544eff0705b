-- A small pipeline whose every figure can be told by hand.

insert into replays (id, source, rate, command, state, owner, lease_until)
values ('10000000-0000-0000-0000-000000000001', 'commits.csv', 500, 'start', 'running', 'producer-1', now() + interval '1 day');

insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, next_row, window_end, rejected_rows, unsendable_rows, commit_time, started_at)
values ('20000000-0000-0000-0000-000000000001', '10000000-0000-0000-0000-000000000001', 'ab', 'time', 4000, 2000, 2, 1236, 1236, 2, 1, 1505, '2025-11-24T11:58:00Z');

insert into rejected_rows (run_id, line, run_row, field, reason) values
	('20000000-0000-0000-0000-000000000001', 17, null, 'entropy', 'expected a number, found <b>many</b>'),
	('20000000-0000-0000-0000-000000000001', 1018, null, null, 'expected 8 columns, found 7'),
	('20000000-0000-0000-0000-000000000001', 999, 990, 'message', 'too large for the hub');

insert into hub_incarnations (hub, hub_created_at) values ('commits', '2025-11-24T11:00:00Z');

insert into progress values
	('hot', 0, 1, 0, 999, '2025-11-24T12:00:10Z', '2025-11-24T12:00:10Z'),
	('hot', 1, 1, 5, 242, '2025-11-24T12:00:11Z', '2025-11-24T12:00:11Z'),
	('cold', 0, 1, 0, 799, '2025-11-24T12:00:05Z', '2025-11-24T12:00:05Z');

insert into event_outcomes values
	('20000000-0000-0000-0000-000000000001', 0, 1, 990, 3, 7),
	('20000000-0000-0000-0000-000000000001', 1, 1, 236, 2, 0);

insert into archive_files (partition_id, incarnation, first_sequence_number, last_sequence_number, temporary_name, name, event_count, bytes, sha256, first_enqueued_at, state)
values (0, 1, 0, 799, 'tmp/1', 'commits/1', 800, 9000, 'cd', '2025-11-24T11:58:00Z', 'done');

insert into commits_by_minute values
	('20000000-0000-0000-0000-000000000001', 0, '2025-11-24T11:59:00Z', 990, 0, 0, 0, 0, 0),
	('20000000-0000-0000-0000-000000000001', 1, '2025-11-24T12:00:00Z', 236, 0, 0, 0, 0, 0);

insert into commits_by_author_hour values
	('20000000-0000-0000-0000-000000000001', 0, 'ann', 1, 990, 12345, 678, 4950000, 0, 9000),
	('20000000-0000-0000-0000-000000000001', 1, '<script>alert(1)</script>', 1, 236, 100, 10, 944000, 0, 9000);

insert into commits_by_component_hour values
	('20000000-0000-0000-0000-000000000001', 0, 'services/billing', 1, 1226, 12445, 688, 5894000, 0, 9000);
