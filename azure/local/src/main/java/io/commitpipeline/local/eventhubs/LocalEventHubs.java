package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.commitpipeline.local.eventhubs.access.SharedAccessKey;
import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.HubDefinition;
import io.commitpipeline.local.eventhubs.broker.Retention;
import io.commitpipeline.local.eventhubs.faults.EventHubsFaults;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import io.commitpipeline.local.eventhubs.protocol.AmqpServer;
import io.commitpipeline.local.eventhubs.protocol.ServerSettings;

/**
 * An Event Hubs namespace on loopback, kept in a directory.
 */
public final class LocalEventHubs implements AutoCloseable {

	private final Broker broker;

	private final AmqpServer server;

	private final EventHubsFaults faults;

	private final Housekeeping housekeeping;

	private final SharedAccessKey key;

	private final AtomicBoolean open = new AtomicBoolean(true);

	private LocalEventHubs(Broker broker, AmqpServer server, Housekeeping housekeeping, SharedAccessKey key,
			LinkFaults faults) {
		this.broker = broker;
		this.server = server;
		this.housekeeping = housekeeping;
		this.key = key;
		this.faults = new EventHubsFaults(broker, faults);
	}

	/**
	 * Describes a namespace.
	 * @param directory where events are kept
	 * @return a builder without hubs
	 */
	public static Builder builder(Path directory) {
		return new Builder(directory);
	}

	/**
	 * The port that clients connect to.
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * The connection string of the namespace.
	 */
	public String connectionString() {
		return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true"
			.formatted(port(), this.key.name(), this.key.key());
	}

	/**
	 * The connection string of a hub.
	 * @param hub its name
	 * @return the connection string
	 */
	public String connectionString(String hub) {
		return "%s;EntityPath=%s".formatted(connectionString(), hub);
	}

	/**
	 * Makes things go wrong, for tests.
	 */
	public EventHubsFaults faults() {
		return this.faults;
	}

	@Override
	public void close() throws IOException {
		if (!this.open.getAndSet(false)) {
			return;
		}
		try (this.broker; this.housekeeping) {
			this.server.close();
		}
	}

	/**
	 * A namespace before it starts.
	 */
	public static final class Builder {

		private final Path directory;

		private final List<HubDefinition> hubs = new ArrayList<>();

		private int port;

		private int largestMessage = 1024 * 1024;

		private Duration idleTimeout = Duration.ofSeconds(60);

		private boolean fsync;

		private Retention retention = Retention.NONE;

		private SharedAccessKey key = SharedAccessKey.DEFAULT;

		private Clock clock = Clock.systemUTC();

		private Builder(Path directory) {
			this.directory = directory;
		}

		/**
		 * Chooses the port; without, any free one is taken.
		 * @param port the port
		 * @return this
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Adds a hub.
		 * @param name its name
		 * @param partitions how many partitions it has
		 * @param consumerGroups its groups besides {@code $Default}
		 * @return this
		 */
		public Builder hub(String name, int partitions, String... consumerGroups) {
			return hub(new HubDefinition(name, partitions, List.of(consumerGroups)));
		}

		/**
		 * Adds a hub.
		 * @param hub the hub
		 * @return this
		 */
		public Builder hub(HubDefinition hub) {
			this.hubs.add(hub);
			return this;
		}

		/**
		 * Chooses whether an event is acknowledged only when it would survive a power
		 * cut; without, it survives the end of the process.
		 * @param fsync whether to wait for the disk
		 * @return this
		 */
		public Builder fsync(boolean fsync) {
			this.fsync = fsync;
			return this;
		}

		/**
		 * Chooses what is kept of each partition; without, everything is.
		 * @param age how long an event is kept
		 * @param bytes how much may lie on disk
		 * @return this
		 */
		public Builder retention(Duration age, long bytes) {
			this.retention = new Retention(age, bytes);
			return this;
		}

		/**
		 * Chooses the key that clients sign their tokens with.
		 * @param name the policy's name
		 * @param key the key
		 * @return this
		 */
		public Builder sharedAccessKey(String name, String key) {
			this.key = new SharedAccessKey(name, key);
			return this;
		}

		/**
		 * Chooses how large a message or a batch may be; without, it is a mebibyte.
		 * @param bytes the most bytes
		 * @return this
		 */
		public Builder largestMessage(int bytes) {
			this.largestMessage = bytes;
			return this;
		}

		/**
		 * Chooses when a client that is silent is taken for gone; without, it is a
		 * minute.
		 * @param timeout how long it may be silent
		 * @return this
		 */
		public Builder idleTimeout(Duration timeout) {
			this.idleTimeout = timeout;
			return this;
		}

		/**
		 * Chooses the clock of enqueued times, and of when tokens end.
		 * @param clock the clock
		 * @return this
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Opens the hubs and listens.
		 * @return the running namespace
		 * @throws IOException if the directory or the port cannot be had
		 */
		public LocalEventHubs start() throws IOException {
			Broker broker = Broker.open(this.directory, this.hubs, this.fsync, this.clock);
			try {
				LinkFaults faults = new LinkFaults();
				AmqpServer server = AmqpServer.start(broker, faults,
						new ServerSettings(this.port, this.key, this.largestMessage, this.idleTimeout, this.clock));
				return new LocalEventHubs(broker, server, Housekeeping.start(broker, this.retention), this.key, faults);
			}
			catch (IOException | RuntimeException ex) {
				broker.close();
				throw ex;
			}
		}

	}

}
