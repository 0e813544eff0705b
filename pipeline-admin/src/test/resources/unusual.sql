insert into unusual_runs (run_id, counted, authors, compared) values ('00000000-0000-0000-0000-000000000000', 19999, 104, 104);

insert into unusual_authors values
	('00000000-0000-0000-0000-000000000000', 'person_9', 1, 15.67, true, 176, 15.67, 0, 0, 0, 0,
		array['23 % of the messages hold phrases that hardly anyone else uses.'],
		'[{"signal":"HOURS","points":0,"sentence":"2 % of the commits fall into hours in which hardly anyone commits.",
			"bars":[{"label":"03","own":1.0,"peers":0.5,"note":"hardly anyone commits"},{"label":"10","own":14,"peers":12,"note":null}]},
		{"signal":"WORDS","points":15.67,"sentence":"23 % of the messages hold phrases that hardly anyone else uses.",
			"bars":[{"label":"jwt claims","own":5.11,"peers":0,"note":"9 times; else only person_6"},
			{"label":"keystore","own":2.3,"peers":0,"note":"4 times; else only person_6"}]}]'),
	('00000000-0000-0000-0000-000000000000', 'person_6', 2, 9.60, true, 204, 9.60, 0, 0, 0, 0,
		array['18 % of the messages hold phrases that hardly anyone else uses.'], '[]'),
	('00000000-0000-0000-0000-000000000000', '<b>person_67', 3, 3.29, false, 262, 0, 0, 3.29, 0, 0,
		array['19 % of the commits have an entropy at least 0.2 above the author''s median.'], '[]');
