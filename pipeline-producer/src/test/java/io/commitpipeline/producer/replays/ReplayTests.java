package io.commitpipeline.producer.replays;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.sending.AnsweringHub;
import io.commitpipeline.producer.sending.AnsweringHub.Answer;
import io.commitpipeline.producer.sources.MemorySources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.messaging.Message;

import static io.commitpipeline.producer.replays.ProducerOnTestBinder.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an operator sees of a replay.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@LocalAzureTest
class ReplayTests {

	@RegisterExtension
	static final ProducerOnTestBinder producer = new ProducerOnTestBinder();

	@BeforeAll
	static void putSources() {
		MemorySources.put("hundred.csv", CommitLogs.of(100));
		MemorySources.put("many.csv", CommitLogs.of(10_000));
	}

	@Test
	void everyRowGoesOutOnceInTheOrderOfTimeAndTheReplayCompletes() {
		UUID replay = producer.replays().start("many.csv", null);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(0, 10_000));
		assertThat(hub.messages()).isSortedAccordingTo((one, other) -> time(one) - time(other));
		assertThat(producer.replays().run(replay)).containsEntry("next_row", 10_000L)
			.containsEntry("total_rows", 10_000L)
			.containsEntry("window_rows", 2000)
			.containsEntry("partitions", 4)
			.containsEntry("rejected_rows", 0L)
			.containsEntry("unsendable_rows", 0L)
			.containsEntry("commit_time", 909)
			.doesNotContainEntry("finished_at", null);
		assertThat(producer.replays().replay(replay)).containsEntry("owner", null).containsEntry("failure", null);
	}

	@Test
	void noRowIsSentBeforeEveryRowAWindowBehindItIsAccepted() {
		UUID replay = producer.replays().start("many.csv", null);
		AnsweringHub hub = producer
			.start((message) -> (AnsweringHub.row(message) == 10) ? Answer.NONE : Answer.ACCEPTED);
		await().until(() -> hub.messages().size() == 2000);
		await().during(Duration.ofMillis(500)).until(() -> hub.messages().size() == 2000);
		assertThat(producer.replays().run(replay)).containsEntry("window_end", 2000L).containsEntry("next_row", 0L);
	}

	@Test
	void failedRowsAreSentAgainBeforeProgressIsSaved() {
		UUID replay = producer.replays().start("hundred.csv", null);
		Set<Long> failedOnce = new HashSet<>();
		AnsweringHub hub = producer
			.start((message) -> (AnsweringHub.row(message) % 10 == 0 && failedOnce.add(AnsweringHub.row(message)))
					? Answer.FAILED : Answer.ACCEPTED);
		producer.awaitState(replay, "completed");
		assertThat(hub.rows().subList(100, hub.rows().size())).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L,
				80L, 90L);
	}

	@Test
	void aPausedReplayHoldsAndGoesOnFromThere() {
		UUID replay = producer.replays().start("many.csv", 500);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 100);
		producer.replays().command(replay, "pause");
		producer.awaitState(replay, "paused");
		int held = hub.messages().size();
		await().during(Duration.ofMillis(700)).until(() -> hub.messages().size() == held);
		assertThat(producer.replays().run(replay)).containsEntry("next_row", (long) held);
		producer.replays().rate(replay, null);
		producer.replays().command(replay, "start");
		producer.awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(0, 10_000));
		assertThat(producer.replays().runs(replay)).hasSize(1);
	}

	@Test
	void aStoppedReplayIsOverAndDoesNotGoOn() {
		UUID replay = producer.replays().start("many.csv", 500);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 100);
		producer.replays().command(replay, "stop");
		producer.awaitState(replay, "stopped");
		int sent = hub.messages().size();
		assertThat(producer.replays().run(replay)).containsEntry("next_row", (long) sent)
			.doesNotContainEntry("finished_at", null);
		producer.replays().command(replay, "start");
		await().during(Duration.ofMillis(700)).until(() -> hub.messages().size() == sent);
		assertThat(producer.replays().state(replay)).isEqualTo("stopped");
	}

	@Test
	void oneReplayIsAtWorkAtATimeAndTheNextBeginsWhenItHolds() {
		UUID first = producer.replays().start("many.csv", 100);
		UUID second = producer.replays().start("hundred.csv", null);
		producer.start();
		producer.awaitState(first, "running");
		await().during(Duration.ofMillis(500)).until(() -> producer.replays().state(second).equals("pending"));
		producer.replays().command(first, "pause");
		producer.awaitState(second, "completed");
		assertThat(producer.replays().state(first)).isEqualTo("paused");
	}

	@Test
	void aReplayThatIsStoppedBeforeItBeginsIsNotBegun() {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.replays().command(replay, "stop");
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "stopped");
		assertThat(producer.replays().runs(replay)).isEmpty();
		assertThat(hub.messages()).isEmpty();
	}

	@Test
	void aNewRateAppliesWithinASecond() {
		AnsweringHub hub = producer.start();
		assertThat(Stream.generate(() -> timeOfFiveHundred(hub)).limit(3))
			.as("the quickest: a busy machine can delay any of them")
			.anySatisfy((time) -> assertThat(time).isLessThan(Duration.ofSeconds(2)));
	}

	private Duration timeOfFiveHundred(AnsweringHub hub) {
		int before = hub.messages().size();
		UUID replay = producer.replays().start("many.csv", 1);
		await().until(() -> hub.messages().size() >= before + 2);
		long begin = System.nanoTime();
		producer.replays().rate(replay, 1000);
		await().until(() -> hub.messages().size() > before + 500);
		Duration time = Duration.ofNanos(System.nanoTime() - begin);
		producer.replays().command(replay, "stop");
		producer.awaitState(replay, "stopped");
		return time;
	}

	@Test
	void aMissingSourceAndAWrongHeaderFailTheReplayWithASentence() {
		MemorySources.put("wrong.csv", "a,b\n1,2\n");
		UUID missing = producer.replays().start("missing.csv", null);
		UUID wrong = producer.replays().start("wrong.csv", null);
		producer.start();
		producer.awaitState(missing, "failed");
		producer.awaitState(wrong, "failed");
		assertThat(producer.replays().replay(missing)).containsEntry("failure",
				"There is no source 'missing.csv'; the file system 'sources' holds other.csv");
		assertThat((String) producer.replays().replay(wrong).get("failure")).contains("expected commit_id,author")
			.endsWith("found 'a,b'");
	}

	@Test
	void rejectedRowsAreRecordedWithLineColumnAndReasonAndAllOfThemAreCounted() {
		MemorySources.put("broken.csv", CommitLogs.of(3) + "c,,1,/a,1,2,0.5,m\n" + "too short\n".repeat(1500));
		UUID replay = producer.replays().start("broken.csv", null);
		producer.start();
		producer.awaitState(replay, "completed");
		assertThat(producer.replays().run(replay)).containsEntry("rejected_rows", 1501L)
			.containsEntry("total_rows", 3L);
		List<Map<String, Object>> rejected = producer.replays().rejected(replay);
		assertThat(rejected).hasSize(1000);
		assertThat(rejected.get(0)).containsEntry("line", 5L)
			.containsEntry("field", "author")
			.containsEntry("reason", "is empty");
		assertThat(rejected.get(1)).containsEntry("line", 6L)
			.containsEntry("field", null)
			.containsEntry("run_row", null);
	}

	@Test
	void aRowThatIsTooLargeForTheHubIsRecordedAndTheRunGoesOn() {
		MemorySources.put("large.csv", CommitLogs.of(2) + "c,p,0,/a,1,2,0.5," + "x".repeat(1_048_576) + "\n"
				+ CommitLogs.of(5).substring(CommitLogs.of(2).length()));
		UUID replay = producer.replays().start("large.csv", null, "file");
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactly(0L, 1L, 3L, 4L, 5L);
		assertThat(producer.replays().run(replay)).containsEntry("next_row", 6L).containsEntry("unsendable_rows", 1L);
		assertThat(producer.replays().rejected(replay)).singleElement().satisfies((row) -> {
			assertThat(row).containsEntry("line", 4L).containsEntry("run_row", 2L);
			assertThat((String) row.get("reason")).startsWith("the event has ").endsWith("at most 1032192 are allowed");
		});
	}

	private static int time(Message<?> message) {
		String json = new String((byte[]) message.getPayload(), StandardCharsets.UTF_8);
		return Integer.parseInt(json.replaceAll(".*\"time\":([0-9]+),.*", "$1"));
	}

}
