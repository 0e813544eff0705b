package io.commitpipeline.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Run by an administrator as Azure has one: it owns the database and may create roles,
 * and is no superuser.
 */
class MigrationJobTests {

	private static EmbeddedPostgres postgres;

	private static String url;

	@BeforeAll
	static void migrate() throws IOException, SQLException {
		postgres = EmbeddedPostgres.start();
		superuser("create role migrator login createrole password 'secret'");
		superuser("create database pipeline owner migrator");
		url = postgres.getJdbcUrl("migrator", "pipeline").replaceFirst("\\?.*", "");
		migrate("PIPELINE_LOGINS_PASSWORD", "app's");
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	private static void migrate(String... logins) throws SQLException {
		Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", url,
				"SPRING_DATASOURCE_USERNAME", "migrator", "SPRING_DATASOURCE_PASSWORD", "secret"));
		for (int i = 0; i < logins.length; i += 2) {
			environment.put(logins[i], logins[i + 1]);
		}
		MigrationJob.run(environment);
	}

	@Test
	void runningASecondTimeChangesNothing() {
		assertThatCode(() -> migrate("PIPELINE_LOGINS_PASSWORD", "app's")).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@EnumSource
	void anAppSignsInAndFindsTheSchemaCurrent(AppRole role) throws SQLException {
		Schema.of(new DatabaseSettings(url, role.login(), "app's").dataSource()).requireCurrent();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(url, role.group(), ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PRODUCER  | select from replays for update skip locked
			PRODUCER  | insert into runs select * from runs
			PRODUCER  | update runs set next_row = next_row
			PRODUCER  | insert into rejected_rows select * from rejected_rows
			PROCESSOR | select from runs
			PROCESSOR | lock table hub_incarnations in share row exclusive mode
			PROCESSOR | lock table progress in share row exclusive mode
			PROCESSOR | insert into hub_incarnations (hub, hub_created_at) values ('h', now())
			PROCESSOR | insert into archive_files select * from archive_files
			PROCESSOR | update archive_files set state = 'done'
			PROCESSOR | update archive_days set files = files
			PROCESSOR | delete from commits_by_minute
			PROCESSOR | update runs set folded = folded
			PROCESSOR | insert into quarantined_events select * from quarantined_events
			PROCESSOR | create unlogged table rebuild.progress (like progress including all)
			ADMIN     | select from completeness
			ADMIN     | select from archive_files
			ADMIN     | insert into replays (id, source) values (gen_random_uuid(), 's')
			ADMIN     | update replays set command = command
			ADMIN     | insert into settlements select * from settlements
			ADMIN     | select replay_refusal(gen_random_uuid(), 'stop')
			PROCESSOR | select from settlements for update skip locked
			PROCESSOR | delete from discarded_events
			PROCESSOR | delete from audit
			ADMIN     | insert into audit (actor, action, subject, result) values ('a', 'stop', 's', 'r')
			PRODUCER  | delete from sources
			PROCESSOR | delete from path_minutes
			""")
	void anAppMayDoItsWork(AppRole role, String sql) throws SQLException {
		as(role, sql);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PRODUCER  | select from quarantined_events
			PRODUCER  | delete from runs
			ADMIN     | delete from audit
			ADMIN     | update audit set actor = 'another'
			PRODUCER  | update progress set sequence_number = 0
			PROCESSOR | insert into replays (id, source) values (gen_random_uuid(), 's')
			PROCESSOR | update runs set next_row = 0
			PROCESSOR | delete from archive_files
			PROCESSOR | update audit set actor = 'another'
			PROCESSOR | create table public.more (id integer)
			ADMIN     | update runs set next_row = 0
			ADMIN     | insert into commits_by_minute select * from commits_by_minute
			ADMIN     | update progress set sequence_number = 0
			ADMIN     | update archive_files set state = 'done'
			ADMIN     | delete from quarantined_events
			ADMIN     | update flyway_schema_history set success = true
			ADMIN     | drop table replays
			""")
	void anAppMayNotDoAnothersWork(AppRole role, String sql) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> as(role, sql))
			.matches((ex) -> "42501".equals(ex.getSQLState()), "insufficient privilege");
	}

	@Test
	void everyTableIsWrittenByAnApp() throws SQLException {
		assertThat(query("""
				select c.relname from pg_class c
				where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
					and c.relname <> 'flyway_schema_history' and not exists (
						select from unnest(array['pipeline_producer', 'pipeline_processor', 'pipeline_admin']) r
						where has_table_privilege(r, c.oid, 'insert'))"""))
			.as("tables that R__grants.sql does not name")
			.isEmpty();
	}

	@Test
	void theConsoleReadsEverything() throws SQLException {
		assertThat(query("""
				select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
				and not has_table_privilege('pipeline_admin', oid, 'select')""")).isEmpty();
	}

	@Test
	void identitiesBecomeLoginsAndANewOneTakesTheOldOnesPlace() throws SQLException {
		superuser("create table entra (name text, objectid text)");
		superuser("""
				create function pgaadauth_list_principals(boolean) returns setof entra security definer
				begin atomic select * from entra; end""");
		superuser(
				"""
						create function pgaadauth_create_principal_with_oid(name text, id text, kind text, admin boolean, mfa boolean)
						returns text language plpgsql as $$ begin
							if kind <> 'service' or admin or mfa then raise 'not a service''s login'; end if;
							execute format('create role %I login', name);
							perform enter(name, id);
							return name;
						end $$""");
		superuser("""
				create function enter(name text, id text) returns void security definer begin atomic
				delete from entra where name = $1; insert into entra values ($1, $2); end""");
		migrate(identities("A1"));
		migrate(identities("a1"));
		assertThat(query("select name || objectid from entra order by 1", "postgres")).containsExactly("admin_loginA1",
				"processor_loginprocessor", "producer_loginproducer");
		migrate(identities("a2"));
		assertThat(query("select name || objectid from entra order by 1", "postgres")).contains("admin_logina2");
		assertThat(query("select pg_has_role('admin_login', 'pipeline_admin', 'member')")).containsExactly("t");
		superuser("drop function enter, pgaadauth_list_principals, pgaadauth_create_principal_with_oid");
		migrate("PIPELINE_LOGINS_PASSWORD", "app's");
	}

	@Test
	void oneOfTheTwoKindsOfLoginMustBeGiven() {
		assertThatIllegalArgumentException().isThrownBy(() -> migrate("PIPELINE_LOGINS_ADMIN", "a1"))
			.withMessageContaining("PIPELINE_LOGINS_PASSWORD")
			.withMessageContaining("PIPELINE_LOGINS_PRODUCER");
	}

	private static String[] identities(String admin) {
		return new String[] { "PIPELINE_LOGINS_PRODUCER", "producer", "PIPELINE_LOGINS_PROCESSOR", "processor",
				"PIPELINE_LOGINS_ADMIN", admin };
	}

	private static void as(AppRole role, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, role.login(), "app's")) {
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			connection.rollback();
		}
	}

	private static void superuser(String sql) throws SQLException {
		try (Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static List<String> query(String sql) throws SQLException {
		return query(sql, "pipeline");
	}

	private static List<String> query(String sql, String database) throws SQLException {
		try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			List<String> values = new ArrayList<>();
			while (row.next()) {
				values.add(row.getString(1));
			}
			return values;
		}
	}

}
