package io.commitpipeline.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemaTests {

	private static EmbeddedPostgres postgres;

	private final DataSource dataSource = postgres.getPostgresDatabase();

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@BeforeEach
	void emptyDatabase() {
		Flyway.configure().dataSource(this.dataSource).cleanDisabled(false).load().clean();
	}

	@Test
	void migratingASecondTimeDoesNothing() {
		assertThat(Schema.of(this.dataSource).migrate()).isPositive();
		assertThat(Schema.of(this.dataSource).migrate()).isZero();
	}

	@Test
	void twoDatabasesOfAServerAreMigratedAtTheSameTime() throws Exception {
		try (EmbeddedPostgres server = EmbeddedPostgres.start();
				Connection other = server.getPostgresDatabase().getConnection();
				Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("create role pipeline_producer");
			CompletableFuture<Integer> migrated = CompletableFuture
				.supplyAsync(() -> Schema.of(server.getDatabase("postgres", "template1")).migrate());
			Awaitility.await().until(() -> migrated.isDone() || isSomeoneWaiting(statement));
			other.commit();
			assertThat(migrated).succeedsWithin(Duration.ofSeconds(30))
				.satisfies((count) -> assertThat(count).isPositive());
		}
	}

	@Test
	void aReplayThatWasHeldIsPausedAfterTheUpgradeAndHasARunAsBefore() throws SQLException {
		Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:db/migration")
			.target("5")
			.repeatableSqlMigrationPrefix("none")
			.load()
			.migrate();
		execute("""
				insert into replays (id, source, command, state)
				values ('10000000-0000-0000-0000-000000000001', 'a.csv', 'stop', 'stopped');
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions)
				values (gen_random_uuid(), '10000000-0000-0000-0000-000000000001', 'ab', 'time', 10, 2000, 4)""");
		Schema.of(this.dataSource).migrate();
		assertThat(query("select command || ' ' || state from replays")).isEqualTo("pause paused");
		assertThat(query("select start_row || ' ' || rows_before || ' ' || origin from runs")).isEqualTo("0 0 start");
	}

	@Test
	void anEmptyDatabaseIsRefusedWithWhatToDo() {
		assertThatExceptionOfType(OutdatedSchemaException.class)
			.isThrownBy(() -> Schema.of(this.dataSource).requireCurrent())
			.withMessageMatching(
					"The database schema is at version none, this application needs at least [\\d.]+: run the migration job first");
	}

	@Test
	void aDatabaseThatIsAwayIsWaitedForAndThenAnOlderSchemaIsRefused() {
		List<Throwable> failures = new ArrayList<>();
		DataSource lateDatabase = new PGSimpleDataSource() {

			private static final long serialVersionUID = 1L;

			@Override
			public Connection getConnection() throws SQLException {
				if (failures.size() < 2) {
					throw new SQLException("away");
				}
				return SchemaTests.this.dataSource.getConnection();
			}

		};
		assertThatExceptionOfType(OutdatedSchemaException.class)
			.isThrownBy(() -> Schema.of(lateDatabase).awaitCurrent(failures::add));
		assertThat(failures).hasSize(2).allSatisfy((failure) -> assertThat(failure).hasStackTraceContaining("away"));
	}

	@Test
	void anOlderSchemaIsRefused() {
		Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:db/migration")
			.target("1")
			.repeatableSqlMigrationPrefix("none")
			.load()
			.migrate();
		assertThatExceptionOfType(OutdatedSchemaException.class)
			.isThrownBy(() -> Schema.of(this.dataSource).requireCurrent())
			.withMessageContaining("is at version 1,");
	}

	@Test
	void aNewerSchemaIsWelcomeAlsoWithOtherScriptsWithoutAVersion() throws SQLException {
		Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:db/migration", "classpath:later/migration")
			.load()
			.migrate();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("update flyway_schema_history set checksum = 0 where script = 'R__grants.sql'");
		}
		assertThatCode(() -> Schema.of(this.dataSource).requireCurrent()).doesNotThrowAnyException();
	}

	private static boolean isSomeoneWaiting(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
			return row.next() && row.getBoolean(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
