package io.commitpipeline.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * A database of its own, with the schema and nothing else in it.
 */
public final class TestDatabase {

	private static final LocalPostgres postgres = start();

	/** Of {@code open sesame}, quick to check. */
	private static final String PASSWORD = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("open sesame");

	private final String name = "console_" + UUID.randomUUID().toString().replace("-", "");

	public TestDatabase() {
		JdbcClient.create(postgres.dataSource()).sql("create database " + this.name).update();
		Schema.of(dataSource()).migrate();
	}

	public String url() {
		return postgres.url().replaceFirst("/[^/]+$", "/" + this.name);
	}

	public DataSource dataSource() {
		return new DriverManagerDataSource(url(), postgres.user(), postgres.password());
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
	 * Adds what the migrations of a later release may add.
	 */
	public TestDatabase oneReleaseAhead() {
		JdbcClient database = jdbc();
		List<String> tables = database.sql("""
				select table_name from information_schema.tables
				where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
				""").query(String.class).list();
		tables.forEach((table) -> database.sql("alter table %s add column added_later text".formatted(table)).update());
		database.sql("create table added_later (id integer)").update();
		database.sql("create view seen_later as select * from added_later").update();
		return this;
	}

	/**
	 * Sets what the console needs to start on this database.
	 */
	public void register(DynamicPropertyRegistry registry) {
		settings().forEach((name, value) -> registry.add(name, () -> value));
	}

	public Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(TestLake.settings());
		settings.putAll(Map.of("spring.datasource.url", url(), "spring.datasource.username", postgres.user(),
				"spring.datasource.password", postgres.password(), "pipeline.summaries.patience", "10s",
				"pipeline.console.users[0].name", "operator", "pipeline.console.users[0].password", PASSWORD,
				"pipeline.console.users[1].name", "viewer", "pipeline.console.users[1].password", PASSWORD,
				"pipeline.console.users[1].role", "viewer"));
		return settings;
	}

	/**
	 * Ends with the tests' process, after the applications: one without its database
	 * would take long to end.
	 */
	private static LocalPostgres start() {
		try {
			Path directory = Files.createTempDirectory("console-postgres");
			LocalPostgres started = LocalPostgres.builder(directory).fsync(false).sharedBinaries().start();
			SpringApplication.getShutdownHandlers().add(() -> {
				started.close();
				FileSystemUtils.deleteRecursively(directory.toFile());
			});
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
