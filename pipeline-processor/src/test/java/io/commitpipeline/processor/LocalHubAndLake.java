package io.commitpipeline.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub of four partitions, a lake and a database, and processors that run on them with
 * the real binder.
 */
final class LocalHubAndLake implements AutoCloseable {

	static final int PARTITIONS = 4;

	private final String database = TestDatabase.create();

	private final Path directory;

	private final LocalEventHubs hubs;

	private final LocalDataLake lake;

	private final EventHubProducerClient producer;

	LocalHubAndLake(Path directory) throws IOException {
		this.directory = directory;
		this.hubs = LocalEventHubs.builder(directory.resolve("hubs")).hub("commits", PARTITIONS, "hot", "cold").start();
		this.lake = LocalDataLake.builder(directory.resolve("lake")).fileSystem("archive", "hot", "cold").start();
		this.producer = new EventHubClientBuilder().connectionString(this.hubs.connectionString("commits"))
			.buildProducerClient();
	}

	ConfigurableApplicationContext startProcessor(String... properties) {
		return new SpringApplicationBuilder(ProcessorApplication.class)
			.run(arguments(properties).toArray(String[]::new));
	}

	/**
	 * @return what a processor that runs on these is started with
	 */
	List<String> arguments(String... properties) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("server.port", 0);
		settings.put("spring.datasource.url", this.database);
		settings.put("spring.datasource.username", "postgres");
		settings.put("spring.cloud.azure.eventhubs.connection-string", this.hubs.connectionString());
		settings.put("spring.cloud.azure.eventhubs.event-hub-name", "commits");
		for (String store : new String[] { "lake", "checkpoints" }) {
			settings.put("pipeline." + store + ".endpoint", this.lake.endpoint());
			settings.put("pipeline." + store + ".account-name", this.lake.accountName());
			settings.put("pipeline." + store + ".account-key", this.lake.accountKey());
		}
		settings.put("pipeline.archive.roll-age", "2s");
		for (String property : properties) {
			settings.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		return settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toList();
	}

	/**
	 * Sends rows of the run, row r to partition r % 4.
	 */
	void send(long firstRow, long lastRow) {
		for (int partition = 0; partition < PARTITIONS; partition++) {
			EventDataBatch batch = batch(partition);
			for (long row = firstRow; row <= lastRow; row++) {
				if (row % PARTITIONS == partition) {
					batch = add(batch, partition, event(TestEvents.json(row), row));
				}
			}
			publish(batch);
		}
	}

	void send(int partition, String body, long row) {
		publish(add(batch(partition), partition, event(body, row)));
	}

	private EventDataBatch add(EventDataBatch batch, int partition, EventData event) {
		if (batch.getCount() < 500 && batch.tryAdd(event)) {
			return batch;
		}
		publish(batch);
		return add(batch(partition), partition, event);
	}

	/**
	 * After a hub was created again the SDK may know the old link for a moment.
	 */
	private void publish(EventDataBatch batch) {
		Awaitility.await().ignoreException(IllegalStateException.class).until(() -> {
			this.producer.send(batch);
			return true;
		});
	}

	private EventDataBatch batch(int partition) {
		return this.producer.createBatch(new CreateBatchOptions().setPartitionId(Integer.toString(partition)));
	}

	private static EventData event(String body, long row) {
		EventData event = new EventData(body.getBytes(StandardCharsets.UTF_8));
		event.getProperties().putAll(TestEvents.properties(TestEvents.RUN, row));
		return event;
	}

	LocalEventHubs hubs() {
		return this.hubs;
	}

	LocalDataLake lake() {
		return this.lake;
	}

	String database() {
		return this.database;
	}

	JdbcTemplate jdbc() {
		return new JdbcTemplate(new DriverManagerDataSource(this.database, "postgres", ""));
	}

	Path directory() {
		return this.directory;
	}

	ArchiveContents archive() {
		return new ArchiveContents(this.directory.resolve("lake").resolve("archive"));
	}

	@Override
	public void close() throws IOException {
		this.producer.close();
		this.hubs.close();
		this.lake.close();
	}

}
