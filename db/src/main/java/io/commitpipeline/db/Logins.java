package io.commitpipeline.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes logins members of the applications' roles. How a login is made is what differs:
 * with the password of {@code PIPELINE_LOGINS_PASSWORD}, or for the Azure identities
 * whose object ids stand in {@code PIPELINE_LOGINS_PRODUCER}, {@code _PROCESSOR} and
 * {@code _ADMIN}.
 */
abstract class Logins {

	private static final String PREFIX = "PIPELINE_LOGINS_";

	static Logins of(Map<String, String> environment) {
		String password = environment.get(PREFIX + "PASSWORD");
		if (password != null) {
			return new PasswordLogins(password);
		}
		Map<AppRole, String> identities = new EnumMap<>(AppRole.class);
		for (AppRole role : AppRole.values()) {
			identities.put(role, environment.get(PREFIX + role.name().toUpperCase(Locale.ROOT)));
		}
		if (identities.containsValue(null)) {
			throw new IllegalArgumentException(
					"Neither %1$sPASSWORD nor all of %1$sPRODUCER, %1$sPROCESSOR and %1$sADMIN".formatted(PREFIX)
							+ " are set");
		}
		return new IdentityLogins(identities);
	}

	/**
	 * Whatever was there before: afterwards the login is there, and a member of the role.
	 */
	final void provide(AppRole role, Connection connection) throws SQLException {
		create(role, connection);
		execute(connection, "grant %s to %s".formatted(role.group(), role.login()));
	}

	abstract void create(AppRole role, Connection connection) throws SQLException;

	static boolean exists(AppRole role, Connection connection) throws SQLException {
		return ask(connection, "select exists (select from pg_roles where rolname = ?)", role.login());
	}

	static boolean ask(Connection connection, String question, String parameter) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setString(1, parameter);
			try (ResultSet answer = statement.executeQuery()) {
				answer.next();
				return answer.getBoolean(1);
			}
		}
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
