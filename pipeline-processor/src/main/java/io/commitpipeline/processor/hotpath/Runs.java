package io.commitpipeline.processor.hotpath;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is fixed about each run. Cached once known; a run that the database does not know,
 * after a restore, is asked for again each time.
 */
@Repository
class Runs {

	private final JdbcClient jdbc;

	private final Map<UUID, Run> known = new ConcurrentHashMap<>();

	Runs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Run get(UUID id) {
		Run run = this.known.get(id);
		return (run != null) ? run : find(id);
	}

	private Run find(UUID id) {
		return this.jdbc.sql("select total_rows, window_rows from runs where id = ?")
			.param(id)
			.query((row, number) -> new Run(row.getLong(1), row.getInt(2)))
			.optional()
			.map((run) -> {
				this.known.put(id, run);
				return run;
			})
			.orElse(Run.UNKNOWN);
	}

	/**
	 * A run.
	 *
	 * @param rows numbered from 0
	 * @param window how far rows can arrive out of order
	 */
	record Run(long rows, int window) {

		static final Run UNKNOWN = new Run(Long.MAX_VALUE, 2_000);

	}

}
