package io.commitpipeline.producer.replays;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets the replay begin once the schema is known to be as new as this build. Waits for a
 * database that is away, alive but not ready; refuses an older schema.
 */
@Component
class SchemaGuard implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(SchemaGuard.class);

	private final DataSource dataSource;

	private final ReplayWorker worker;

	SchemaGuard(DataSource dataSource, ReplayWorker worker) {
		this.dataSource = dataSource;
		this.worker = worker;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Schema.of(this.dataSource)
			.awaitCurrent((failure) -> logger.warn("Waiting for the database: {}", failure.getMessage()));
		this.worker.start();
	}

}
