package io.commitpipeline.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.commitpipeline.db.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A migrated database of its own for each test class, on one server.
 */
public final class TestDatabase {

	private static final EmbeddedPostgres SERVER = start();

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private TestDatabase() {
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @return the JDBC URL of a new database
	 */
	public static String create() {
		String url = createEmpty();
		Schema.of(new DriverManagerDataSource(url, "postgres", "")).migrate();
		return url;
	}

	/**
	 * @return the JDBC URL of a new database without a schema
	 */
	static String createEmpty() {
		String name = "test" + NUMBER.incrementAndGet();
		try (Connection connection = SERVER.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return SERVER.getJdbcUrl("postgres", name);
	}

	public static void register(DynamicPropertyRegistry registry) {
		String url = create();
		registry.add("spring.datasource.url", () -> url);
		registry.add("spring.datasource.username", () -> "postgres");
	}

}
