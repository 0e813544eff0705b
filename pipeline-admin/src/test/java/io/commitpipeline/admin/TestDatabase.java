package io.commitpipeline.admin;

import java.util.List;

import io.commitpipeline.local.postgres.LocalPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * What is in a console's database.
 */
public record TestDatabase(LocalPostgres postgres) {

	public JdbcClient jdbc() {
		return JdbcClient.create(this.postgres.dataSource());
	}

	/**
	 * Fills it as after a replay.
	 */
	public TestDatabase withDemo(int commits) {
		String name = this.postgres.url().replaceFirst(".*/", "");
		jdbc().sql("alter database " + name + " set demo.commits = " + commits).update();
		return with("demo.sql");
	}

	/**
	 * Fills it from a script on the class path.
	 */
	public TestDatabase with(String script) {
		new ResourceDatabasePopulator(new ClassPathResource(script)).execute(this.postgres.dataSource());
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

}
