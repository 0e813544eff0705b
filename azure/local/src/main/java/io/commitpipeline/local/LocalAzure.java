package io.commitpipeline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.commitpipeline.db.Schema;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.eventhubs.broker.HubDefinition;
import io.commitpipeline.local.postgres.LocalPostgres;

/**
 * Everything of Azure that the pipeline needs, on one machine and below one directory.
 */
public final class LocalAzure implements AutoCloseable {

	/**
	 * The hub of the commits; it has the consumer groups {@code hot} and {@code cold}.
	 */
	public static final String HUB = "commits";

	private final LocalEventHubs eventHubs;

	private final LocalDataLake dataLake;

	private final LatePostgres postgres;

	private LocalAzure(LocalEventHubs eventHubs, LocalDataLake dataLake, LatePostgres postgres) {
		this.eventHubs = eventHubs;
		this.dataLake = dataLake;
		this.postgres = postgres;
	}

	/**
	 * For tests: a hub of four partitions, a lake, and a temporary database with the
	 * pipeline's schema.
	 * @param directory hubs and lake lie below
	 * @return all of it, started
	 */
	public static LocalAzure start(Path directory) {
		return builder(directory).temporaryDatabase(true).start();
	}

	/**
	 * For runs: PostgreSQL durable, no schema yet.
	 * @param directory everything lies below
	 * @return a builder with four partitions
	 */
	public static Builder builder(Path directory) {
		return new Builder(directory);
	}

	public LocalEventHubs eventHubs() {
		return this.eventHubs;
	}

	public LocalDataLake dataLake() {
		return this.dataLake;
	}

	/**
	 * The database; a temporary one is made when it is first asked for.
	 */
	public LocalPostgres postgres() {
		return this.postgres.get();
	}

	/**
	 * How any client reaches all this.
	 * @return settings by the names that {@code azure.env} has for them
	 */
	public Map<String, String> connections() {
		Map<String, String> connections = new LinkedHashMap<>();
		connections.put("EVENTHUBS_CONNECTION_STRING", this.eventHubs.connectionString());
		connections.put("EVENTHUB_NAME", HUB);
		connections.put("DATALAKE_ENDPOINT", this.dataLake.endpoint());
		connections.put("BLOB_ENDPOINT", this.dataLake.endpoint());
		connections.put("STORAGE_ACCOUNT", this.dataLake.accountName());
		connections.put("STORAGE_KEY", this.dataLake.accountKey());
		connections.put("POSTGRES_URL", postgres().url());
		connections.put("POSTGRES_USER", postgres().user());
		connections.put("POSTGRES_PASSWORD", postgres().password());
		return connections;
	}

	/**
	 * With what the apps work on all this.
	 * @return settings by the name of the property
	 */
	public Map<String, String> properties() {
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("spring.datasource.url", postgres().url());
		properties.put("spring.datasource.username", postgres().user());
		properties.put("spring.datasource.password", postgres().password());
		properties.put("spring.cloud.azure.eventhubs.connection-string", this.eventHubs.connectionString());
		properties.put("spring.cloud.azure.eventhubs.event-hub-name", HUB);
		for (String storage : List.of("lake", "checkpoints")) {
			properties.put("pipeline." + storage + ".endpoint", this.dataLake.endpoint());
			properties.put("pipeline." + storage + ".account-name", this.dataLake.accountName());
			properties.put("pipeline." + storage + ".account-key", this.dataLake.accountKey());
		}
		return properties;
	}

	/**
	 * The same as the environment of a process.
	 * @return settings by the name of the environment variable
	 */
	public Map<String, String> settings() {
		return properties().entrySet()
			.stream()
			.collect(Collectors.toMap((property) -> variable(property.getKey()), Map.Entry::getValue));
	}

	private static String variable(String property) {
		return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	@Override
	public void close() {
		close(this.eventHubs, this.dataLake, this.postgres);
	}

	private static void close(LocalEventHubs eventHubs, LocalDataLake dataLake, LatePostgres postgres) {
		try (postgres; dataLake; eventHubs) {
			return;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How it is to run.
	 */
	public static final class Builder {

		private final Path directory;

		private int partitions = 4;

		private boolean fsync;

		private Supplier<LocalPostgres> temporaryDatabase;

		private final List<HubDefinition> hubs = new ArrayList<>();

		private final List<String> fileSystems = new ArrayList<>(List.of("archive", "sources", "hot", "cold"));

		private Builder(Path directory) {
			this.directory = directory;
		}

		public Builder partitions(int partitions) {
			this.partitions = partitions;
			return this;
		}

		/**
		 * Whether the hub and the lake write through to the disk before they answer.
		 * @param fsync survives a power cut
		 * @return this builder
		 */
		public Builder fsync(boolean fsync) {
			this.fsync = fsync;
			return this;
		}

		/**
		 * Adds hubs to the one of the commits.
		 * @param hubs the hubs
		 * @return this builder
		 */
		public Builder hubs(List<HubDefinition> hubs) {
			this.hubs.addAll(hubs);
			return this;
		}

		/**
		 * Adds file systems to those of the pipeline.
		 * @param fileSystems their names
		 * @return this builder
		 */
		public Builder fileSystems(List<String> fileSystems) {
			this.fileSystems.addAll(fileSystems);
			return this;
		}

		/**
		 * Instead of a durable database below the directory one for tests, on a server
		 * that this process shares; made when it is first asked for.
		 * @param schema whether it has the pipeline's schema
		 * @return this builder
		 */
		public Builder temporaryDatabase(boolean schema) {
			this.temporaryDatabase = () -> {
				LocalPostgres temporary = LocalPostgres.temporary();
				if (schema) {
					Schema.of(temporary.dataSource()).migrate();
				}
				return temporary;
			};
			return this;
		}

		/**
		 * Starts all at the same time: a durable database takes longest.
		 * @return all of it, started
		 */
		public LocalAzure start() {
			LatePostgres postgres = new LatePostgres(
					(this.temporaryDatabase != null) ? this.temporaryDatabase : this::startPostgres);
			CompletableFuture<?> database = (this.temporaryDatabase != null) ? CompletableFuture.completedFuture(null)
					: CompletableFuture.runAsync(postgres::get);
			LocalEventHubs eventHubs = null;
			LocalDataLake dataLake = null;
			try {
				eventHubs = startEventHubs();
				dataLake = startDataLake();
				database.join();
				return new LocalAzure(eventHubs, dataLake, postgres);
			}
			catch (CompletionException ex) {
				close(eventHubs, dataLake, postgres);
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
			}
			catch (IOException ex) {
				close(eventHubs, dataLake, postgres);
				throw new UncheckedIOException(ex);
			}
			catch (RuntimeException ex) {
				close(eventHubs, dataLake, postgres);
				throw ex;
			}
		}

		private LocalEventHubs startEventHubs() throws IOException {
			LocalEventHubs.Builder builder = LocalEventHubs.builder(this.directory.resolve("eventhubs"))
				.hub(HUB, this.partitions, "hot", "cold")
				.fsync(this.fsync);
			this.hubs.forEach(builder::hub);
			return builder.start();
		}

		private LocalDataLake startDataLake() {
			return LocalDataLake.builder(this.directory.resolve("datalake"))
				.fileSystem(this.fileSystems.toArray(String[]::new))
				.fsync(this.fsync)
				.start();
		}

		private LocalPostgres startPostgres() {
			return LocalPostgres.builder(this.directory.resolve("postgres")).start();
		}

	}

}
