package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of its own, with the schema and nothing else in it.
 */
public final class TestDatabase {

	private static final EmbeddedPostgres postgres = start();

	private final String name = "console_" + UUID.randomUUID().toString().replace("-", "");

	public TestDatabase() {
		JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + this.name).update();
		Schema.of(dataSource()).migrate();
	}

	public String url() {
		return postgres.getJdbcUrl("postgres", this.name);
	}

	public DataSource dataSource() {
		return postgres.getDatabase("postgres", this.name);
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	/**
	 * Fills it as after a replay.
	 */
	public TestDatabase withDemo(int commits) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(url(), true);
		try {
			JdbcClient.create(connection)
				.sql("select set_config('demo.commits', :commits, false)")
				.param("commits", String.valueOf(commits))
				.query(String.class)
				.single();
			ScriptUtils.executeSqlScript(connection.getConnection(), new ClassPathResource("demo.sql"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			connection.destroy();
		}
		return this;
	}

	/**
	 * Sets what the console needs to start on this database.
	 */
	public void register(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", this::url);
		registry.add("pipeline.console.username", () -> "operator");
		registry.add("pipeline.console.password", () -> "open sesame");
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
