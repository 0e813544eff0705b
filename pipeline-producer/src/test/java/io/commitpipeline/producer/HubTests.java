package io.commitpipeline.producer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.eventhubs.LocalEventHubs;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.commits.Commit;
import io.commitpipeline.producer.commits.CommitJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/**
 * The application on the real binder and the real clients.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@LocalAzureTest
class HubTests {

	@RegisterExtension
	static final ProducerOnAzure azure = new ProducerOnAzure();

	@Test
	void everyRowArrivesOnceWithItsBodyItsKeyAndItsIdentity() {
		azure.put("log.csv", CommitLogs.of(5000));
		Instant before = Instant.now();
		azure.startProducer();
		UUID replay = azure.replays().start("log.csv", null);
		azure.awaitState(replay, "completed");
		List<ReceivedEvent> events = azure.events();
		Object run = azure.replays().run(replay).get("id");
		List<String> bodies = CommitLogs.bodiesInOrderOfTime(5000);
		assertThat(events).extracting(ReceivedEvent::row)
			.containsExactlyInAnyOrderElementsOf(LongStream.range(0, 5000).boxed().toList());
		assertThat(events).allSatisfy((event) -> {
			assertThat(event.properties()).containsEntry("replay-id", run.toString())
				.containsOnlyKeys("replay-id", "replay-row", "id", "timestamp");
			assertThat(event.body()).startsWith(bodies.get((int) event.row()));
			assertThat(event.body()).contains("\"author\":\"" + event.partitionKey() + "\"");
			assertThat(ingested(event)).isBetween(before.toEpochMilli(), Instant.now().toEpochMilli());
		});
		assertThat(events.stream()
			.collect(Collectors.groupingBy(ReceivedEvent::partitionKey,
					Collectors.mapping(ReceivedEvent::partition, Collectors.toSet()))))
			.allSatisfy((author, partitions) -> assertThat(partitions).hasSize(1));
		assertThat(events).extracting(ReceivedEvent::partition).contains("0", "1", "2", "3");
	}

	@Test
	void theRateIsKeptWithoutBursts() {
		azure.put("log.csv", CommitLogs.of(5000));
		azure.startProducer();
		UUID replay = azure.replays().start("log.csv", 300);
		await().atMost(Duration.ofSeconds(30)).until(() -> (long) azure.replays().run(replay).get("next_row") > 2100);
		azure.replays().command(replay, "pause");
		azure.awaitState(replay, "paused");
		List<Instant> times = azure.events().stream().map(ReceivedEvent::enqueued).sorted().toList();
		Instant from = times.get(0).plusSeconds(1);
		assertThat(counts(times, from, Duration.ofSeconds(1))).as("rows in the middle one of five seconds")
			.satisfies((counts) -> assertThat(counts.get(2)).isCloseTo(300, within(15L)));
		assertThat(counts(times, from, Duration.ofMillis(100))).as("rows in most of their tenths")
			.satisfies((counts) -> assertThat(counts.subList(10, 40)).allMatch((count) -> count > 10 && count < 60));
	}

	/**
	 * What comes in each part of five seconds, the least first: a busy machine can hold
	 * up any of it.
	 */
	private static List<Long> counts(List<Instant> times, Instant from, Duration each) {
		return Stream.iterate(from, (start) -> start.isBefore(from.plusSeconds(5)), (start) -> start.plus(each))
			.map((start) -> times.stream()
				.filter((time) -> !time.isBefore(start) && time.isBefore(start.plus(each)))
				.count())
			.sorted()
			.toList();
	}

	@Test
	void nothingIsLostWhenTheHubGoesAwayForAWhile(@TempDir Path directory) throws IOException {
		azure.put("log.csv", CommitLogs.of(3000));
		LocalEventHubs hubs = hubs(directory, 0);
		azure.startProducer("spring.cloud.azure.eventhubs.connection-string=" + hubs.connectionString());
		UUID replay = azure.replays().start("log.csv", 1000);
		await().atMost(Duration.ofSeconds(20)).until(() -> (long) azure.replays().run(replay).get("next_row") > 500);
		hubs.close();
		await().during(Duration.ofSeconds(1)).until(() -> true);
		try (LocalEventHubs again = hubs(directory, hubs.port())) {
			azure.awaitState(replay, "completed");
			assertThat(ReceivedEvent.all(again.connectionString(LocalAzure.HUB))).extracting(ReceivedEvent::row)
				.containsAll(LongStream.range(0, 3000).boxed().toList());
			azure.stopProducer();
		}
	}

	private static LocalEventHubs hubs(Path directory, int port) throws IOException {
		return LocalEventHubs.builder(directory).port(port).hub(LocalAzure.HUB, 4).start();
	}

	@Test
	void theLargestEventThatIsSentIsTaken() {
		String author = "ü".repeat(128);
		int room = 1_032_192 - 1024 - 2 * 256 - bytesWithoutMessage(author);
		String line = "c," + author + ",0,/a,1,2,0.5,";
		azure.put("log.csv", CommitLogs.HEADER + line + "x".repeat(room) + "\n" + line + "x".repeat(room + 1) + "\n");
		azure.startProducer();
		UUID replay = azure.replays().start("log.csv", null);
		azure.awaitState(replay, "completed");
		assertThat(azure.replays().rejected(replay)).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("run_row", 1L)
				.containsEntry("reason", "the event has 1032193 bytes, at most 1032192 are allowed"));
		assertThat(azure.events()).extracting(ReceivedEvent::row).containsExactly(0L);
	}

	@Test
	void itIsReadyWhileTheDatabaseIsThere() throws Exception {
		azure.startProducer();
		assertThat(azure.get("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
		assertThat(azure.get("/actuator/health/liveness")).isEqualTo("{\"status\":\"UP\"}");
		assertThat(azure.get("/actuator/prometheus")).contains("hikaricp_connections", "pipeline_rows_total",
				"pipeline_windows_seconds_count");
	}

	private static int bytesWithoutMessage(String author) {
		Commit commit = new Commit("c", author, 0, "/a", 1, 2, new BigDecimal("0.5"), "");
		return CommitJson.encode(commit, Instant.now()).length;
	}

	private static long ingested(ReceivedEvent event) {
		String seconds = event.body().replaceAll(".*\"ingest_timestamp\":([0-9]+)\\.([0-9]{3})}", "$1$2");
		return Long.parseLong(seconds);
	}

}
