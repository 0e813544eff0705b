package io.commitpipeline.producer.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.ProducerOnAzure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The list of sources, on the lake's own client.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@LocalAzureTest
class SourceCatalogueTests {

	@RegisterExtension
	static final ProducerOnAzure azure = new ProducerOnAzure();

	@BeforeEach
	void empty() {
		azure.replays().update("truncate sources cascade");
	}

	@Test
	void aSourceIsListedWithItsRowsItsRangeItsActivityAndItsFirstBadRows() {
		azure.put("logs/november.csv", CommitLogs.of(100) + "c,,1,/a,1,2,0.5,m\nshort\n");
		azure.put(".uploads/half.csv", "commit_id,au");
		azure.put("notes.txt", "hello\n");
		azure.startProducer("pipeline.catalogue.interval=100ms");
		Map<String, Object> november = awaitInspected("logs/november.csv");
		assertThat(november).containsEntry("valid_rows", 100L)
			.containsEntry("rejected_rows", 2L)
			.containsEntry("first_time", 0)
			.containsEntry("last_time", 900)
			.containsEntry("activity_step", 60)
			.containsEntry("problem", null);
		assertThat(azure.replays()
			.query("select activity[1] as first, activity[2] as second from sources where path = 'logs/november.csv'"))
			.containsExactly(Map.of("first", 10L, "second", 10L));
		assertThat(azure.replays().query("select line, reason from source_rejections order by line")).containsExactly(
				Map.of("line", 102L, "reason", "is empty"),
				Map.of("line", 103L, "reason", "expected 8 columns, found 1"));
		assertThat((String) awaitInspected("notes.txt").get("problem")).contains("expected commit_id,author")
			.endsWith("found 'hello'");
		assertThat(paths()).containsExactly("logs/november.csv", "notes.txt");
	}

	@Test
	void aSourceThatIsReplacedIsReadAgain() {
		azure.put("log.csv", CommitLogs.of(10) + "short\n");
		azure.startProducer("pipeline.catalogue.interval=100ms");
		awaitInspected("log.csv");
		azure.put("log.csv", CommitLogs.of(20));
		await().atMost(Duration.ofSeconds(20)).until(() -> awaitInspected("log.csv").get("valid_rows").equals(20L));
		assertThat(azure.replays().query("select * from source_rejections")).isEmpty();
	}

	private static List<Object> paths() {
		return azure.replays()
			.query("select path from sources order by path")
			.stream()
			.map((row) -> row.get("path"))
			.toList();
	}

	private static Map<String, Object> awaitInspected(String path) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> azure.replays()
				.query("select * from sources where inspected_version = version and path = ?", path)
				.stream()
				.findFirst()
				.orElse(Map.of()), (row) -> !row.isEmpty());
	}

}
