package io.commitpipeline.local.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The server's process, and the databases in it.
 */
final class PostgresServer implements AutoCloseable {

	private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(1);

	private final EmbeddedPostgres process;

	private final PostgresDirectory directory;

	private PostgresServer(EmbeddedPostgres process, PostgresDirectory directory) {
		this.process = process;
		this.directory = directory;
	}

	/**
	 * Starts a server and waits until it takes connections.
	 * @param durable whether a commit survives a power cut; a killed process loses
	 * nothing either way
	 * @param sharedBinaries whether to use the one unpacked copy of PostgreSQL of this
	 * machine
	 */
	static PostgresServer start(PostgresDirectory directory, boolean durable, boolean sharedBinaries) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(directory.data())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(LONGEST_RECOVERY)
			.setConnectConfig("password", directory.password())
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("max_connections", "200")
			.setServerConfig("fsync", durable ? "on" : "off")
			.setServerConfig("synchronous_commit", "on")
			.setOutputRedirector(directory.log())
			.setErrorRedirector(directory.log());
		initialise(builder, directory);
		if (!sharedBinaries) {
			builder.setOverrideWorkingDirectory(directory.binaries().toFile());
		}
		try {
			return new PostgresServer(builder.start(), directory);
		}
		catch (IOException | RuntimeException ex) {
			Postmaster.of(directory.data()).ifPresent(Postmaster::end);
			throw new PostgresException(
					"PostgreSQL does not start in " + directory.data() + ", see " + directory.logFile(), ex);
		}
	}

	/**
	 * The library hands "locale" settings to initdb as they are, which takes more than
	 * locales.
	 */
	private static void initialise(EmbeddedPostgres.Builder builder, PostgresDirectory directory) {
		builder.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("pwfile", directory.passwordFile().toString())
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8");
	}

	int port() {
		return this.process.getPort();
	}

	String password() {
		return this.directory.password();
	}

	long pid() {
		return Postmaster.of(this.directory.data())
			.orElseThrow(() -> new PostgresException("PostgreSQL is not running in " + this.directory.data()))
			.pid();
	}

	void createDatabase(String name) {
		execute("create database " + name);
	}

	void dropDatabase(String name) {
		execute("drop database if exists " + name + " with (force)");
	}

	private void execute(String sql) {
		try (Connection connection = this.process.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new PostgresException("PostgreSQL does not " + sql, ex);
		}
	}

	@Override
	public void close() {
		Postmaster postmaster = Postmaster.of(this.directory.data()).orElse(null);
		try {
			this.process.close();
		}
		catch (IOException ex) {
			throw new PostgresException("PostgreSQL in " + this.directory.data() + " does not stop", ex);
		}
		if (postmaster != null) {
			postmaster.end();
		}
	}

}
