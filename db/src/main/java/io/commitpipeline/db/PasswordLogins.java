package io.commitpipeline.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Logins with one password for all: where everything is on one machine.
 */
class PasswordLogins extends Logins {

	private final String password;

	PasswordLogins(String password) {
		this.password = password;
	}

	@Override
	void create(AppRole role, Connection connection) throws SQLException {
		String change = exists(role, connection) ? "alter" : "create";
		execute(connection,
				"%s role %s login password '%s'".formatted(change, role.login(), this.password.replace("'", "''")));
	}

}
