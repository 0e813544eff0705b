package io.commitpipeline.processor;

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
import io.commitpipeline.local.LocalAzure;
import org.awaitility.Awaitility;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Processors on an Azure of their own, with the real binder.
 */
final class ProcessorOnAzure implements AutoCloseable {

	static final int PARTITIONS = 4;

	private final LocalAzure azure;

	private final EventHubProducerClient producer;

	ProcessorOnAzure(Path directory) {
		this.azure = LocalAzure.start(directory);
		this.producer = new EventHubClientBuilder()
			.connectionString(this.azure.eventHubs().connectionString(LocalAzure.HUB))
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
		Map<String, String> settings = new LinkedHashMap<>(this.azure.properties());
		settings.put("server.port", "0");
		settings.put("pipeline.archive.roll-age", "2s");
		for (String property : properties) {
			settings.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		return settings.entrySet().stream().map((setting) -> "--" + setting).toList();
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

	LocalAzure azure() {
		return this.azure;
	}

	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.azure.postgres().dataSource());
	}

	ArchiveContents archive() {
		return new ArchiveContents(this.azure.dataLake().directory().resolve("archive"));
	}

	@Override
	public void close() {
		this.producer.close();
		this.azure.close();
	}

}
