package io.commitpipeline.local.postgres;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class LocalPostgresTests {

	@TempDir
	private Path directory;

	@Test
	void dataAndPasswordSurviveARestart() throws SQLException {
		String password;
		try (LocalPostgres postgres = start()) {
			password = postgres.password();
			execute(postgres, "create table kept (value text)");
			execute(postgres, "insert into kept values ('grün')");
		}
		try (LocalPostgres postgres = start()) {
			assertThat(postgres.password()).isEqualTo(password);
			assertThat(query(postgres, "select value from kept")).isEqualTo("grün");
		}
	}

	@Test
	void aServerThatWasLeftRunningIsEndedFirst() throws Exception {
		String java = ProcessHandle.current().info().command().orElseThrow();
		new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), KilledOwner.class.getName(),
				this.directory.toString())
			.inheritIO()
			.start()
			.waitFor();
		long left = Postmaster.of(this.directory.resolve("data")).orElseThrow().pid();
		try (LocalPostgres postgres = start()) {
			assertThat(postgres.pid()).isNotEqualTo(left);
			assertThat(ProcessHandle.of(left)).isEmpty();
			assertThat(query(postgres, "select current_database()")).isEqualTo("pipeline");
		}
	}

	@Test
	void aKilledServerStartsAgainWithWhatWasCommitted() throws SQLException {
		LocalPostgres killed = start();
		execute(killed, "create table kept as select 'committed' as value");
		ProcessHandle process = ProcessHandle.of(killed.pid()).orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
		killed.close();
		try (LocalPostgres postgres = start()) {
			assertThat(query(postgres, "select value from kept")).isEqualTo("committed");
		}
	}

	@Test
	void aPidFileThatNamesAnotherProgramIsNoObstacle() throws Exception {
		start().close();
		Files.write(this.directory.resolve("data/postmaster.pid"),
				List.of(Long.toString(ProcessHandle.current().pid()), "data", "1000000000"));
		try (LocalPostgres postgres = start()) {
			assertThat(query(postgres, "select 'here'")).isEqualTo("here");
		}
	}

	@Test
	void anInitialisationThatWasCutShortStartsOver() throws Exception {
		start().close();
		Files.delete(this.directory.resolve("initialised"));
		Files.delete(this.directory.resolve("data/PG_VERSION"));
		try (LocalPostgres postgres = start()) {
			assertThat(query(postgres, "select current_database()")).isEqualTo("pipeline");
		}
	}

	@Test
	void runsMakeCommitsDurableAndTestsDoNot() throws SQLException {
		try (LocalPostgres postgres = LocalPostgres.builder(this.directory).sharedBinaries().start()) {
			assertThat(query(postgres, "show fsync")).isEqualTo("on");

		}
		try (LocalPostgres postgres = LocalPostgres.temporary()) {
			assertThat(query(postgres, "show fsync")).isEqualTo("off");
			assertThat(query(postgres, "show server_version")).startsWith("17.");
		}
	}

	@Test
	void onlyThePasswordOpensTheDoor() {
		try (LocalPostgres postgres = start()) {
			PGSimpleDataSource stranger = new PGSimpleDataSource();
			stranger.setUrl(postgres.url());
			stranger.setUser(postgres.user());
			stranger.setPassword("guessed");
			assertThatExceptionOfType(SQLException.class).isThrownBy(stranger::getConnection)
				.withMessageContaining("password authentication failed");
		}
	}

	@Test
	void thePasswordFileIsForItsOwnerAlone() throws Exception {
		assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
		start().close();
		assertThat(Files.getPosixFilePermissions(this.directory.resolve("password")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	private LocalPostgres start() {
		return LocalPostgres.builder(this.directory).fsync(false).sharedBinaries().start();
	}

	private static void execute(LocalPostgres postgres, String sql) throws SQLException {
		try (Connection connection = postgres.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(LocalPostgres postgres, String sql) throws SQLException {
		try (Connection connection = postgres.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

}
