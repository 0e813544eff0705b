package io.commitpipeline.db;

import java.util.Map;

import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database named by the environment to this build's schema, then ends.
 * Settings: {@code SPRING_DATASOURCE_URL}, {@code SPRING_DATASOURCE_USERNAME} and
 * {@code SPRING_DATASOURCE_PASSWORD}, as the applications read them. Exits with 0 once
 * the schema is there.
 */
public final class MigrationJob {

	private static final Logger logger = LoggerFactory.getLogger(MigrationJob.class);

	private MigrationJob() {
	}

	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(required(environment, "SPRING_DATASOURCE_URL"));
		dataSource.setUser(required(environment, "SPRING_DATASOURCE_USERNAME"));
		dataSource.setPassword(environment.get("SPRING_DATASOURCE_PASSWORD"));
		int executed = Schema.of(dataSource).migrate();
		logger.info("The schema is current, {} migrations ran", executed);
	}

	private static String required(Map<String, String> environment, String name) {
		String value = environment.get(name);
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(name + " is not set");
		}
		return value;
	}

}
