package io.commitpipeline.processor.rebuild;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Held by the one rebuild that is going on; ends with its connection.
 */
class OnlyOne implements AutoCloseable {

	private static final long KEY = 0x726562_75696c64L;

	private final Connection connection;

	/**
	 * @throws SQLException if the database does not answer
	 */
	OnlyOne(DataSource database) throws SQLException {
		this.connection = database.getConnection();
	}

	/**
	 * @throws RebuildRefusedException if another rebuild is going on
	 */
	void take() {
		if (!ask("select pg_try_advisory_lock(" + KEY + ")")) {
			throw new RebuildRefusedException("another rebuild is going on");
		}
	}

	@Override
	public void close() throws SQLException {
		try (this.connection) {
			ask("select pg_advisory_unlock(" + KEY + ")");
		}
	}

	private boolean ask(String question) {
		return Boolean.TRUE.equals(new JdbcTemplate(new SingleConnectionDataSource(this.connection, true))
			.queryForObject(question, Boolean.class));
	}

}
