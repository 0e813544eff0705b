package io.commitpipeline.processor.hotpath;

import java.util.UUID;

import io.commitpipeline.processor.progress.ProgressKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what became of every event taken.
 */
@Repository
class EventOutcomes {

	private final JdbcClient jdbc;

	EventOutcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(ProgressKey key, UUID run, Outcomes outcomes) {
		this.jdbc.sql("""
				insert into event_outcomes as t (run_id, partition_id, incarnation, counted, duplicates, quarantined)
				values (?, ?, ?, ?, ?, ?)
				on conflict (run_id, partition_id, incarnation) do update set counted = t.counted + excluded.counted,
					duplicates = t.duplicates + excluded.duplicates,
					quarantined = t.quarantined + excluded.quarantined""")
			.params(run, key.partition(), key.incarnation(), outcomes.counted(), outcomes.duplicates(),
					outcomes.quarantined())
			.update();
	}

}
