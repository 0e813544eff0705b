package io.commitpipeline.local.postgres;

import java.nio.file.Path;
import java.util.UUID;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of PostgreSQL 17 on loopback: the only one of a server that lives below one
 * directory and can be started there again, also after it was killed, or a temporary one.
 */
public final class LocalPostgres implements AutoCloseable {

	private static final String USER = "postgres";

	private static final String DATABASE = "pipeline";

	private final PostgresServer server;

	private final String database;

	private final Runnable end;

	private LocalPostgres(PostgresServer server, String database, Runnable end) {
		this.server = server;
		this.database = database;
		this.end = end;
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
	 * A database for tests: empty, of a name of its own, on a server that this process
	 * shares, which is fast instead of durable; gone when closed.
	 * @return the database
	 */
	public static LocalPostgres temporary() {
		PostgresServer server = SharedServer.get();
		String name = "test_" + UUID.randomUUID().toString().replace("-", "");
		server.createDatabase(name);
		return new LocalPostgres(server, name, () -> server.dropDatabase(name));
	}

	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.server.port() + "/" + this.database;
	}

	public String user() {
		return USER;
	}

	public String password() {
		return this.server.password();
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
		return this.server.pid();
	}

	@Override
	public void close() {
		this.end.run();
	}

	/**
	 * How the server is to run.
	 */
	public static final class Builder {

		private final PostgresDirectory directory;

		private boolean fsync = true;

		private boolean sharedBinaries;

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

		/**
		 * Starts the server and waits until it takes connections. One that was left
		 * running on the directory is ended first.
		 * @return the database
		 */
		public LocalPostgres start() {
			Postmaster.of(this.directory.data()).ifPresent(Postmaster::end);
			Postmaster.forgetStrangers(this.directory.data());
			boolean fresh = this.directory.prepare();
			PostgresServer server = PostgresServer.start(this.directory, this.fsync, this.sharedBinaries);
			if (fresh) {
				initialise(server);
			}
			return new LocalPostgres(server, DATABASE, server::close);
		}

		private void initialise(PostgresServer server) {
			try {
				server.createDatabase(DATABASE);
				this.directory.markInitialised();
			}
			catch (RuntimeException ex) {
				server.close();
				throw ex;
			}
		}

	}

}
