package io.commitpipeline.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL 17 server on loopback that lives below one directory and can be started
 * there again, also after it was killed.
 */
public final class LocalPostgres implements AutoCloseable {

	private static final String USER = "postgres";

	private static final String DATABASE = "pipeline";

	private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(1);

	private final EmbeddedPostgres server;

	private final PostgresDirectory directory;

	private final boolean temporary;

	private LocalPostgres(EmbeddedPostgres server, PostgresDirectory directory, boolean temporary) {
		this.server = server;
		this.directory = directory;
		this.temporary = temporary;
	}

	/**
	 * A server whose data survive in the given directory.
	 * @param directory everything of this server lies below; created where missing
	 * @return a builder with writes made durable
	 */
	public static Builder builder(Path directory) {
		return new Builder(new PostgresDirectory(directory));
	}

	/**
	 * A server for tests: empty, fast instead of durable, gone when closed.
	 * @return the started server
	 */
	public static LocalPostgres temporary() {
		try {
			return builder(Files.createTempDirectory("local-postgres")).temporary().start();
		}
		catch (IOException ex) {
			throw new PostgresException("PostgreSQL cannot start in the temporary directory", ex);
		}
	}

	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + DATABASE;
	}

	public String user() {
		return USER;
	}

	public String password() {
		return this.directory.password();
	}

	public DataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url());
		dataSource.setUser(user());
		dataSource.setPassword(password());
		return dataSource;
	}

	/**
	 * The server's process.
	 * @return the process id
	 */
	public long pid() {
		return Postmaster.of(this.directory.data())
			.orElseThrow(() -> new PostgresException("PostgreSQL is not running in " + this.directory.data()))
			.pid();
	}

	@Override
	public void close() {
		Postmaster postmaster = Postmaster.of(this.directory.data()).orElse(null);
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new PostgresException("PostgreSQL in " + this.directory.data() + " does not stop", ex);
		}
		if (postmaster != null) {
			postmaster.end();
		}
		if (this.temporary) {
			this.directory.delete();
		}
	}

	/**
	 * How the server is to run.
	 */
	public static final class Builder {

		private final PostgresDirectory directory;

		private boolean fsync = true;

		private boolean sharedBinaries;

		private boolean temporary;

		private Builder(PostgresDirectory directory) {
			this.directory = directory;
		}

		/**
		 * Whether a commit survives a power cut; a killed process loses nothing either
		 * way.
		 * @param fsync off for tests
		 * @return this builder
		 */
		public Builder fsync(boolean fsync) {
			this.fsync = fsync;
			return this;
		}

		/**
		 * Uses one unpacked copy of PostgreSQL for all servers of this machine instead of
		 * one per directory: faster for tests.
		 * @return this builder
		 */
		public Builder sharedBinaries() {
			this.sharedBinaries = true;
			return this;
		}

		private Builder temporary() {
			this.temporary = true;
			return fsync(false).sharedBinaries();
		}

		/**
		 * Starts the server and waits until it takes connections. One that was left
		 * running on the directory is ended first.
		 * @return the running server
		 */
		public LocalPostgres start() {
			Postmaster.of(this.directory.data()).ifPresent(Postmaster::end);
			Postmaster.forgetStrangers(this.directory.data());
			boolean fresh = this.directory.prepare();
			LocalPostgres postgres = new LocalPostgres(startServer(), this.directory, this.temporary);
			if (fresh) {
				postgres.createDatabase();
				this.directory.markInitialised();
			}
			return postgres;
		}

		private EmbeddedPostgres startServer() {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(this.directory.data())
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(this.temporary)
				.setPGStartupWait(LONGEST_RECOVERY)
				.setConnectConfig("password", this.directory.password())
				.setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("unix_socket_directories", "")
				.setServerConfig("fsync", this.fsync ? "on" : "off")
				.setServerConfig("synchronous_commit", "on")
				.setOutputRedirector(this.directory.log())
				.setErrorRedirector(this.directory.log());
			initialise(builder);
			if (!this.sharedBinaries) {
				builder.setOverrideWorkingDirectory(this.directory.binaries().toFile());
			}
			try {
				return builder.start();
			}
			catch (IOException | RuntimeException ex) {
				Postmaster.of(this.directory.data()).ifPresent(Postmaster::end);
				throw new PostgresException(
						"PostgreSQL does not start in " + this.directory.data() + ", see " + this.directory.logFile(),
						ex);
			}
		}

		/**
		 * The library hands "locale" settings to initdb as they are, which takes more
		 * than locales.
		 */
		private void initialise(EmbeddedPostgres.Builder builder) {
			builder.setLocaleConfig("auth", "scram-sha-256")
				.setLocaleConfig("pwfile", this.directory.passwordFile().toString())
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8");
		}

	}

	private void createDatabase() {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + DATABASE);
		}
		catch (SQLException ex) {
			close();
			throw new PostgresException("PostgreSQL does not create the database " + DATABASE, ex);
		}
	}

}
