package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
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
		jdbc().sql("alter database " + this.name + " set demo.commits = " + commits).update();
		return with("demo.sql");
	}

	/**
	 * Fills it from a script on the class path.
	 */
	public TestDatabase with(String script) {
		new ResourceDatabasePopulator(new ClassPathResource(script)).execute(dataSource());
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
