package io.commitpipeline.processor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole processor on the real binder and SDKs.
 */
class PipelineTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private ProcessorOnAzure azure;

	private final List<ConfigurableApplicationContext> processors = new ArrayList<>();

	@BeforeEach
	void startAzure(@TempDir Path directory) throws Exception {
		this.azure = new ProcessorOnAzure(directory);
	}

	@AfterEach
	void stopAll() throws Exception {
		this.processors.forEach(ConfigurableApplicationContext::close);
		this.azure.close();
	}

	private ConfigurableApplicationContext start(String... properties) {
		ConfigurableApplicationContext processor = this.azure.startProcessor(properties);
		this.processors.add(processor);
		return processor;
	}

	@Test
	void whatWasSentBeforeAndWhileItRunsIsCountedAndArchived() {
		this.azure.send(0, 4_999);
		JdbcTemplate jdbc = jdbc(start());
		awaitCounted(jdbc, 5_000);
		this.azure.send(5_000, 9_999);
		this.azure.send(0, "no commit", 10_000);
		awaitCounted(jdbc, 10_000);
		awaitComplete(jdbc, 10_001);
		assertArchived(10_000, "no commit");
		assertThat(jdbc.queryForObject("select sum(quarantined) from event_outcomes", Long.class)).isEqualTo(1);
	}

	@Test
	void oneProcessorOwnsAllPartitionsSoonAndUsesOurStore() {
		ConfigurableApplicationContext processor = start();
		await().atMost(Duration.ofSeconds(10))
			.until(() -> processor.getBean(OwnedPartitions.class).all().size() == 2 * ProcessorOnAzure.PARTITIONS);
		CheckpointStore store = processor.getBean(CheckpointStore.class);
		assertThat(store.listOwnership("127.0.0.1", "commits", "hot").collectList().block())
			.extracting(PartitionOwnership::getPartitionId)
			.containsExactlyInAnyOrder("0", "1", "2", "3");
	}

	@Test
	void aStopFlushesTheArchiveAndAStartGoesOn() {
		ConfigurableApplicationContext first = start("pipeline.archive.roll-age=1h");
		this.azure.send(0, 1_999);
		awaitCounted(jdbc(first), 2_000);
		await().atMost(SOON).until(() -> this.azure.archive().rows().isEmpty() && takenByColdPath(first) >= 2_000);
		first.close();
		assertArchived(2_000);
		this.azure.send(2_000, 3_999);
		ConfigurableApplicationContext second = start();
		awaitCounted(jdbc(second), 4_000);
		awaitComplete(jdbc(second), 4_000);
		assertArchived(4_000);
	}

	@Test
	void twoProcessorsShareThePartitionsAndNothingIsLostOrDoubled() {
		ConfigurableApplicationContext first = start();
		this.azure.send(0, 1_999);
		ConfigurableApplicationContext second = start();
		await().atMost(SOON)
			.until(() -> first.getBean(OwnedPartitions.class).all().size() == ProcessorOnAzure.PARTITIONS
					&& second.getBean(OwnedPartitions.class).all().size() == ProcessorOnAzure.PARTITIONS);
		this.azure.send(2_000, 3_999);
		awaitCounted(jdbc(first), 4_000);
		awaitComplete(jdbc(first), 4_000);
		assertArchived(4_000);
	}

	@Test
	void aBatchThatFailsHoldsUpItsOwnPartitionOnly() {
		JdbcTemplate jdbc = jdbc(start());
		jdbc.execute("""
				create function refuse() returns trigger language plpgsql as
				$$ begin raise exception 'not now'; end $$""");
		jdbc.execute("""
				create trigger refusal before insert on commits_by_minute for each row
				when (new.partition_id = 2) execute function refuse()""");
		this.azure.send(0, 999);
		awaitCounted(jdbc, 750);
		this.azure.send(1_000, 1_999);
		awaitCounted(jdbc, 1_500);
		assertThat(jdbc.queryForList("select sequence_number from progress where path = 'hot' and partition_id = 2",
				Long.class))
			.allMatch((position) -> position == null);
		jdbc.execute("drop trigger refusal on commits_by_minute");
		awaitCounted(jdbc, 2_000);
		awaitComplete(jdbc, 2_000);
	}

	@Test
	void healthAndMetricsSpeakOfTheWork() {
		ConfigurableApplicationContext processor = start();
		this.azure.send(0, 99);
		awaitCounted(jdbc(processor), 100);
		String address = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) processor).getWebServer().getPort()
				+ "/actuator/";
		TestRestTemplate http = new TestRestTemplate();
		assertThat(http.getForObject(address + "health/liveness", String.class)).contains("\"UP\"");
		assertThat(http.getForObject(address + "health/readiness", String.class)).contains("\"hub\":{\"status\":\"UP\"",
				"\"lake\":{\"status\":\"UP\"", "\"db\":{\"status\":\"UP\"");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(http.getForObject(address + "prometheus", String.class))
				.contains("pipeline_events_total{outcome=\"counted\",path=\"hot\"} 100.0")
				.contains("pipeline_events_total{outcome=\"archived\",path=\"cold\"} 100.0")
				.contains("pipeline_lag_events{partition=\"3\",path=\"hot\"} 0.0",
						"pipeline_lag_age_seconds{partition=\"3\",path=\"cold\"} 0.0",
						"pipeline_retention_remaining_seconds{partition=\"0\",path=\"hot\"} 86400.0",
						"pipeline_hub_incarnation{partition=\"1\",path=\"cold\"} 1.0",
						"pipeline_partitions_stuck{path=\"hot\"} 0.0", "pipeline_partitions_blocked{path=\"cold\"} 0.0",
						"pipeline_watchdog_restarts_total{path=\"hot\"} 0.0",
						"pipeline_gaps_events_total{path=\"cold\"} 0.0", "pipeline_uploads_seconds_count 4",
						"pipeline_transactions_seconds_count{path=\"hot\"}",
						"pipeline_transactions_seconds_count{path=\"cold\"}",
						"pipeline_batch_size_events_sum{path=\"cold\"} 100.0",
						"hikaricp_connections_max{pool=\"hot\"} 6.0"));
	}

	@Test
	void checkpointsAreCopiesOfTheProgress() {
		ConfigurableApplicationContext processor = start();
		this.azure.send(0, 399);
		awaitCounted(jdbc(processor), 400);
		Path hot = this.azure.azure().dataLake().directory().resolve("hot");
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(hot).isDirectoryRecursivelyContaining("glob:**/hot/checkpoint/3"));
	}

	private static long takenByColdPath(ConfigurableApplicationContext processor) {
		return (long) processor.getBean(MeterRegistry.class)
			.get("pipeline.batch.size")
			.tag("path", "cold")
			.summary()
			.totalAmount();
	}

	private static JdbcTemplate jdbc(ConfigurableApplicationContext processor) {
		return processor.getBean(JdbcTemplate.class);
	}

	private static void awaitCounted(JdbcTemplate jdbc, long commits) {
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(
					jdbc.queryForObject("select coalesce(sum(commits), 0)::bigint from commits_by_minute", Long.class))
				.isEqualTo(commits));
	}

	private static void awaitComplete(JdbcTemplate jdbc, long events) {
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(jdbc.queryForMap(
					"select received, counted + duplicates + quarantined as settled, archived, gaps from completeness"))
				.containsEntry("received", events)
				.containsEntry("settled", events)
				.containsEntry("archived", events)
				.containsEntry("gaps", 0L));
	}

	private void assertArchived(long rows, String... others) {
		List<String> sent = new ArrayList<>(LongStream.range(0, rows).mapToObj(TestEvents::json).toList());
		sent.addAll(List.of(others));
		assertThat(this.azure.archive().rows()).extracting((row) -> new String(row.body(), StandardCharsets.UTF_8))
			.containsExactlyInAnyOrderElementsOf(sent);
	}

}
