package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import io.commitpipeline.local.datalake.faults.LakeFaults;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.files.DirectoryLock;

/**
 * A Data Lake Storage Gen2 account on a port of this machine. Its files are plain files
 * below a directory.
 */
public final class LocalDataLake implements AutoCloseable {

	private final LakeFaults faults = new LakeFaults();

	private final Server server;

	private final ServerConnector connector;

	private final String account;

	private final String key;

	private final Path directory;

	private final DirectoryLock lock;

	private LocalDataLake(Builder builder, Store store, DirectoryLock lock) {
		this.lock = lock;
		this.account = builder.account;
		this.key = builder.key;
		this.directory = builder.directory;
		this.server = new Server();
		this.connector = new ServerConnector(this.server, new HttpConnectionFactory(configuration()));
		this.connector.setHost("127.0.0.1");
		this.connector.setPort(builder.port);
		this.server.addConnector(this.connector);
		LocalConnector embedded = new LocalConnector(this.server, new HttpConnectionFactory(configuration()));
		this.server.addConnector(embedded);
		LakeHandler handler = new LakeHandler(this.account, this.key, store, this.faults, embedded);
		this.server.setHandler(handler);
		this.server.setErrorHandler(handler::refuseUnread);
	}

	/**
	 * Begins the description of an account.
	 * @param directory where its files are; made where there is none
	 * @return the builder
	 */
	public static Builder builder(Path directory) {
		return new Builder(directory);
	}

	/** SDKs send the slashes of a path as %2F; names are checked by the store. */
	private static HttpConfiguration configuration() {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setUriCompliance(UriCompliance.UNSAFE);
		configuration.setSendServerVersion(false);
		configuration.setRequestHeaderSize(64 * 1024);
		return configuration;
	}

	/**
	 * Where the files lie as they are, in a directory for each file system.
	 */
	public Path directory() {
		return this.directory;
	}

	public int port() {
		return this.connector.getLocalPort();
	}

	/**
	 * The address of the account, for Data Lake and Blob clients alike.
	 * @return the address
	 */
	public String endpoint() {
		return "http://127.0.0.1:" + port() + "/" + this.account;
	}

	public String accountName() {
		return this.account;
	}

	public String accountKey() {
		return this.key;
	}

	/**
	 * Makes things go wrong, for tests.
	 * @return the faults, none of them set
	 */
	public LakeFaults faults() {
		return this.faults;
	}

	private void start() throws IOException {
		try {
			this.server.start();
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The data lake did not start", ex);
		}
	}

	@Override
	public void close() {
		try (this.lock) {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The data lake did not stop", ex);
		}
	}

	/**
	 * Describes an account.
	 */
	public static final class Builder {

		private final Path directory;

		private final List<String> fileSystems = new ArrayList<>();

		private int port;

		private String account = "localazure";

		private String key = defaultKey();

		private boolean fsync = true;

		private Clock clock = Clock.systemUTC();

		private Builder(Path directory) {
			this.directory = directory;
		}

		/**
		 * The port to listen on.
		 * @param port the port, 0 for any that is free
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		public Builder account(String account) {
			this.account = account;
			return this;
		}

		public Builder key(String base64) {
			this.key = base64;
			return this;
		}

		/**
		 * File systems to make where they are not there yet.
		 * @param names their names
		 * @return this builder
		 */
		public Builder fileSystem(String... names) {
			this.fileSystems.addAll(List.of(names));
			return this;
		}

		/**
		 * Whether what is acknowledged survives a power cut too.
		 * @param fsync whether to write through
		 * @return this builder
		 */
		public Builder fsync(boolean fsync) {
			this.fsync = fsync;
			return this;
		}

		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Starts it.
		 * @return the running account
		 * @throws UncheckedIOException if the directory or the port cannot be used
		 */
		public LocalDataLake start() {
			try {
				Files.createDirectories(this.directory);
				return start(lock());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private DirectoryLock lock() throws IOException {
			return DirectoryLock.take(this.directory.resolve(".lock"))
				.orElseThrow(() -> new IOException("%s is in use by another data lake".formatted(this.directory)));
		}

		private LocalDataLake start(DirectoryLock lock) throws IOException {
			try {
				Store store = Store.open(this.directory, this.fsync, this.clock);
				for (String name : this.fileSystems) {
					if (!store.fileSystems().exists(name)) {
						store.fileSystems().create(name, Properties.NONE);
					}
				}
				LocalDataLake lake = new LocalDataLake(this, store, lock);
				lake.start();
				return lake;
			}
			catch (IOException | RuntimeException ex) {
				lock.close();
				throw ex;
			}
		}

		private static String defaultKey() {
			try {
				byte[] name = "commit-pipeline local storage account".getBytes(StandardCharsets.UTF_8);
				return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(name));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("Every Java has SHA-512", ex);
			}
		}

	}

}
