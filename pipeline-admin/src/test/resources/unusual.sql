insert into unusual_runs (run_id, counted, authors, compared) values ('00000000-0000-0000-0000-000000000000', 19999, 104, 104);

insert into unusual_authors values
	('00000000-0000-0000-0000-000000000000', 'person_9', 1, 15.67, true, 176, 15.67, 0, 0, 0, 0,
		array['23 % of the messages hold phrases that hardly anyone else uses; 0 % is typical.'],
		json_build_array(
			json_build_object('signal', 'HOURS', 'points', 0,
				'sentence', '2 % of the commits fall into hours in which hardly anyone commits; 3 % is typical.',
				'bars', (select json_agg(json_build_object('label', to_char(hour, 'FM00'),
						'own', round((14 * greatest(0.03, sin((hour - 5) / 17.0 * pi())))::numeric, 2),
						'peers', round((12 * greatest(0.02, sin((hour - 6) / 16.0 * pi())))::numeric, 2),
						'note', case when hour < 6 then 'hardly anyone commits' end)) from generate_series(0, 23) hour)),
			json_build_object('signal', 'WORDS', 'points', 15.67,
				'sentence', '23 % of the messages hold phrases that hardly anyone else uses; 0 % is typical.',
				'bars', '[{"label":"jwt claims","own":5.11,"peers":0,"note":"9 times; else only person_6"},
					{"label":"rotate signing","own":3.98,"peers":0,"note":"7 times; nobody else"},
					{"label":"keystore","own":2.3,"peers":0,"note":"4 times; else only person_6"},
					{"label":"bypass check","own":1.7,"peers":0,"note":"3 times; nobody else"}]'::json),
			json_build_object('signal', 'ENTROPY', 'points', 0,
				'sentence', '4 % of the commits have an entropy at least 0.2 above the author''s median; 1 % is typical.',
				'bars', (select json_agg(json_build_object('label', to_char(step / 20.0, 'FM0.00'),
						'own', round((16 * exp(-power(step - 9, 2) / 12.0))::numeric, 2),
						'peers', round((15 * exp(-power(step - 8, 2) / 14.0))::numeric, 2),
						'note', case when step > 14 then 'far above the author''s median' end)) from generate_series(0, 20) step)))),
	('00000000-0000-0000-0000-000000000000', 'person_6', 2, 9.60, true, 204, 9.60, 0, 0, 0, 0,
		array['18 % of the messages hold phrases that hardly anyone else uses; 0 % is typical.'], '[]'),
	('00000000-0000-0000-0000-000000000000', '<b>person_67', 3, 3.29, false, 262, 0, 0, 3.29, 0, 0,
		array['19 % of the commits have an entropy at least 0.2 above the author''s median; 1 % is typical.'], '[]'),
	('00000000-0000-0000-0000-000000000000', 'person_81', 4, 2.41, false, 189, 0, 0, 0, 2.11, 0.30,
		array['In 24 % of the hours with commits the changes are three times larger or smaller than the author''s usual 7 lines; 0 % is typical.',
			'16 % of the commits fall into hours in which hardly anyone commits; 3 % is typical.'], '[]');

insert into unusual_authors
select '00000000-0000-0000-0000-000000000000', 'person_' || 10 + place, place, 0, false, 250 - 9 * place, 0, 0, 0, 0, 0, '{}', '[]'
from generate_series(5, 12) place;
