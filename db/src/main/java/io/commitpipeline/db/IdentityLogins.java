package io.commitpipeline.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * Logins of Azure identities. They have no password: the server checks a token.
 */
class IdentityLogins extends Logins {

	private final Map<AppRole, String> objectIds;

	IdentityLogins(Map<AppRole, String> objectIds) {
		this.objectIds = objectIds;
	}

	@Override
	void create(AppRole role, Connection connection) throws SQLException {
		String objectId = this.objectIds.get(role);
		boolean known = ask(connection,
				"select exists (select from pgaadauth_list_principals(false) where lower(objectid::text) = lower(?))",
				objectId);
		if (known) {
			return;
		}
		// An identity that was deleted and made again has another id under the same name.
		execute(connection, "drop role if exists " + role.login());
		try (PreparedStatement statement = connection
			.prepareStatement("select pgaadauth_create_principal_with_oid(?, ?, 'service', false, false)")) {
			statement.setString(1, role.login());
			statement.setString(2, objectId);
			statement.execute();
		}
	}

}
