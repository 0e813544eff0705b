package io.commitpipeline.proof.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Questions to a database.
 */
record Database(DataSource dataSource) {

	<T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = prepare(connection, sql, parameters);
				ResultSet row = statement.executeQuery()) {
			List<T> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(mapper.map(row));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	void update(String sql, Object... parameters) {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = prepare(connection, sql, parameters)) {
			statement.execute();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/** The time by the server's clock. */
	OffsetDateTime now() {
		return query("select now()", (row) -> row.getObject(1, OffsetDateTime.class)).get(0);
	}

	private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i]);
		}
		return statement;
	}

	interface RowMapper<T> {

		T map(ResultSet row) throws SQLException;

	}

}
