package io.commitpipeline.local.postgres;

import java.io.IOException;
import java.nio.file.Files;

/**
 * One server for all tests of this process, fast instead of durable: a database takes
 * milliseconds, a server seconds.
 */
final class SharedServer {

	private static PostgresServer server;

	private SharedServer() {
	}

	static synchronized PostgresServer get() {
		if (server == null) {
			server = start();
		}
		return server;
	}

	private static PostgresServer start() {
		try {
			PostgresDirectory directory = new PostgresDirectory(Files.createTempDirectory("local-postgres"));
			directory.prepare();
			PostgresServer started = PostgresServer.start(directory, false, true);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				started.close();
				directory.delete();
			}, "local-postgres"));
			return started;
		}
		catch (IOException ex) {
			throw new PostgresException("PostgreSQL cannot start in the temporary directory", ex);
		}
	}

}
