package io.commitpipeline.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveDaysTests {

	private EmbeddedPostgres postgres;

	private DataSource dataSource;

	@BeforeEach
	void migrateToTheVersionBefore() throws IOException, SQLException {
		this.postgres = EmbeddedPostgres.start();
		this.dataSource = this.postgres.getPostgresDatabase();
		Flyway.configure()
			.dataSource(this.dataSource)
			.locations("classpath:db/migration")
			.target("16")
			.repeatableSqlMigrationPrefix("none")
			.load()
			.migrate();
		execute("insert into hub_incarnations (hub, hub_created_at) values ('commits', now())");
		file(0, 0, "2026-11-01T23:59:59Z", "done");
		file(0, 10, "2026-11-02T00:00:00Z", "pending");
		Schema.of(this.dataSource).migrate();
	}

	@AfterEach
	void stop() throws IOException {
		this.postgres.close();
	}

	@Test
	void filesThatWereThereBeforeBelongToTheirDays() throws SQLException {
		assertThat(days()).containsExactly("0 2026-11-01: 1 files, 10 events, 500 bytes, 0 pending",
				"0 2026-11-02: 0 files, 0 events, 0 bytes, 1 pending");
	}

	@Test
	void aFileThatIsPutInPlaceIsNoLongerPending() throws SQLException {
		execute("update archive_files set state = 'done' where first_sequence_number = 10");
		assertThat(days()).contains("0 2026-11-02: 1 files, 10 events, 500 bytes, 0 pending");
	}

	@Test
	void moreFilesAreAddedToTheirDayAndPartition() throws SQLException {
		file(0, 20, "2026-11-01T10:00:00Z", "done");
		file(1, 0, "2026-11-01T10:00:00Z", "pending");
		assertThat(days()).containsExactly("0 2026-11-01: 2 files, 20 events, 1000 bytes, 0 pending",
				"0 2026-11-02: 0 files, 0 events, 0 bytes, 1 pending",
				"1 2026-11-01: 0 files, 0 events, 0 bytes, 1 pending");
	}

	@Test
	void aFileThatIsTakenOutIsTakenOffItsDay() throws SQLException {
		execute("delete from archive_files where first_sequence_number = 0");
		assertThat(days()).contains("0 2026-11-01: 0 files, 0 events, 0 bytes, 0 pending");
	}

	private void file(int partition, int first, String enqueuedAt, String state) throws SQLException {
		execute("""
				insert into archive_files (partition_id, incarnation, first_sequence_number, last_sequence_number,
					temporary_name, name, event_count, bytes, sha256, first_enqueued_at, state)
				values (%1$d, 1, %2$d, %2$d + 9, 'tmp/%1$d-%2$d', 'commits/%1$d-%2$d', 10, 500, 'cd', '%3$s', '%4$s')
				""".formatted(partition, first, enqueuedAt, state));
	}

	private List<String> days() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("""
						select format('%s %s: %s files, %s events, %s bytes, %s pending',
							partition_id, date, files, events, bytes, pending)
						from archive_days order by partition_id, date""")) {
			List<String> days = new ArrayList<>();
			while (row.next()) {
				days.add(row.getString(1));
			}
			return days;
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
