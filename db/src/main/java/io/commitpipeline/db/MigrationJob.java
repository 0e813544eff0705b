package io.commitpipeline.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database named by the environment to this build's schema, gives each
 * application the login that it signs in with, then ends. Exits with 0 once both are
 * there.
 *
 * @see DatabaseSettings
 * @see Logins
 */
public final class MigrationJob {

	private static final Logger logger = LoggerFactory.getLogger(MigrationJob.class);

	private MigrationJob() {
	}

	public static void main(String[] args) throws SQLException {
		run(System.getenv());
	}

	static void run(Map<String, String> environment) throws SQLException {
		DatabaseSettings database = DatabaseSettings.of(environment);
		Logins logins = Logins.of(environment);
		int executed = Schema.of(database.dataSource()).migrate();
		logger.info("The schema is current, {} migrations ran", executed);
		try (Connection connection = database.maintenance().getConnection()) {
			for (AppRole role : AppRole.values()) {
				logins.provide(role, connection);
				logger.info("{} is a member of {}", role.login(), role.group());
			}
		}
	}

}
