package io.commitpipeline.admin;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Refuses to run on a schema that is older than this build. Waits for a database that is
 * away, alive but not ready.
 */
@Component
class SchemaGuard implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(SchemaGuard.class);

	private final DataSource dataSource;

	SchemaGuard(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Schema.of(this.dataSource)
			.awaitCurrent((failure) -> logger.warn("Waiting for the database: {}", failure.getMessage()));
	}

}
