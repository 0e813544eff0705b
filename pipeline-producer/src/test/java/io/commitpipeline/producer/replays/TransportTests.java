package io.commitpipeline.producer.replays;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.sending.AnsweringHub;
import io.commitpipeline.producer.sources.MemorySources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.producer.replays.ProducerOnTestBinder.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Seek, restart, loop, step, range and pace. The source has ten rows at each of the
 * commit times 0, 100, 200, up to 900.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@LocalAzureTest
class TransportTests {

	@RegisterExtension
	static final ProducerOnTestBinder producer = new ProducerOnTestBinder();

	@BeforeAll
	static void putSources() {
		MemorySources.put("hundred.csv", CommitLogs.of(100));
		MemorySources.put("many.csv", CommitLogs.of(10_000));
		MemorySources.put("faulty.csv", CommitLogs.of(100) + "too short\n");
	}

	@Test
	void seekingBeginsANewRunWhoseRowsCountFromZeroAfterTheWindowOfTheOldOneIsSent() {
		UUID replay = producer.replays().start("many.csv", 400);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 150);
		UUID jump = producer.replays().jump(replay, null, 500);
		await().until(() -> producer.replays().runs(replay).size() == 2);
		producer.replays().tempo(replay, null, null);
		producer.awaitState(replay, "completed");
		Map<String, Object> first = producer.replays().runs(replay).get(0);
		Map<String, Object> second = producer.replays().runs(replay).get(1);
		int sent = ((Long) first.get("next_row")).intValue();
		assertThat(first.get("window_end")).isEqualTo((long) sent);
		assertThat(first.get("finished_at")).isNotNull();
		assertThat(second).containsEntry("previous_run_id", first.get("id"))
			.containsEntry("origin", "seek")
			.containsEntry("jump_id", jump)
			.containsEntry("start_row", 5000L)
			.containsEntry("total_rows", 5000L)
			.containsEntry("rows_before", (long) sent);
		assertThat(hub.rows().subList(0, sent)).isEqualTo(rows(0, sent));
		assertThat(hub.rows().subList(sent, hub.rows().size())).isEqualTo(rows(0, 5000));
		assertThat(hub.messages().get(sent).getHeaders()).containsEntry("replay-id", second.get("id").toString());
	}

	@Test
	void seekingMovesAPausedReplayWhichGoesOnHolding() {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.replays().command(replay, "pause");
		producer.replays().jump(replay, 40L, null);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "paused");
		assertThat(producer.replays().run(replay)).containsEntry("start_row", 40L).containsEntry("commit_time", 400);
		producer.replays().jump(replay, null, 901);
		await().until(() -> producer.replays().state(replay).equals("completed"));
		assertThat(hub.messages()).isEmpty();
	}

	@Test
	void restartingBeginsAtTheStartOfTheRangeAndCountsRejectedRowsOnce() {
		UUID replay = producer.replays().start("faulty.csv", 5);
		producer.replays().update("update replays set from_time = 200, to_row = 70 where id = ?", replay);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 2);
		producer.replays().jump(replay, null, null);
		producer.replays().tempo(replay, null, null);
		producer.awaitState(replay, "completed");
		List<Map<String, Object>> runs = producer.replays().runs(replay);
		assertThat(runs).extracting((run) -> run.get("start_row")).containsOnly(20L);
		assertThat(runs).extracting((run) -> run.get("total_rows")).containsOnly(50L);
		assertThat(runs.get(1)).containsEntry("origin", "restart").containsEntry("next_row", 50L);
		assertThat(runs).extracting((run) -> run.get("rejected_rows")).containsExactly(1L, 0L);
		assertThat(producer.replays().rejected(replay)).hasSize(1);
	}

	@Test
	void aRangeWithoutRowsFailsTheReplayWithASentence() {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.replays().update("update replays set from_row = 50, to_time = 300 where id = ?", replay);
		producer.start();
		producer.awaitState(replay, "failed");
		assertThat(producer.replays().replay(replay)).containsEntry("failure",
				"The range holds no row: it goes from row 50 to before row 30, and the source has 100 rows");
	}

	@Test
	void aLoopBeginsANewRunAtItsEndUntilItIsTurnedOff() {
		UUID replay = producer.replays().start("hundred.csv", 500);
		producer.replays().update("update replays set loop = true where id = ?", replay);
		AnsweringHub hub = producer.start();
		await().until(() -> producer.replays().runs(replay).size() == 3);
		producer.replays().update("update replays set loop = false where id = ?", replay);
		producer.awaitState(replay, "completed");
		List<Map<String, Object>> runs = producer.replays().runs(replay);
		assertThat(runs).extracting((run) -> run.get("origin")).startsWith("start", "loop", "loop");
		assertThat(hub.messages()).hasSize(runs.size() * 100);
		assertThat(runs.get(2)).containsEntry("previous_run_id", runs.get(1).get("id"))
			.containsEntry("rows_before", 200L);
	}

	@Test
	void stepsSendSoManyRowsAndHoldAlsoWhenGivenTwiceUnderOne() {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.replays().command(replay, "pause");
		producer.replays().stepTo(replay, 7);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "paused");
		producer.replays().stepTo(replay, 7);
		producer.replays().stepTo(replay, 10);
		await().until(() -> hub.messages().size() == 10);
		producer.awaitState(replay, "paused");
		await().during(Duration.ofMillis(500)).until(() -> hub.messages().size() == 10);
		producer.replays().jump(replay, 90L, null);
		producer.replays().stepTo(replay, 12);
		await().until(() -> hub.messages().size() == 12);
		assertThat(hub.rows()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 0L, 1L);
	}

	@Test
	void theCommitsOwnClockSetsThePace() {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.replays().tempo(replay, null, 18_000);
		AnsweringHub hub = producer.start();
		await().until(() -> !hub.messages().isEmpty());
		long begin = System.nanoTime();
		producer.awaitState(replay, "completed");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(2700),
				Duration.ofMillis(4500));
		assertThat(hub.rows()).isEqualTo(rows(0, 100));
	}

	@Test
	void aSlowReplayObeysWithinASecond() {
		UUID replay = producer.replays().start("many.csv", null);
		producer.replays().tempo(replay, null, 1);
		AnsweringHub hub = producer.start();
		await().until(() -> !hub.messages().isEmpty());
		assertThat(Stream.of("pause", "start", "pause").map((command) -> obey(replay, command)))
			.as("the quickest: a busy machine can delay any of them")
			.anySatisfy((time) -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
	}

	private Duration obey(UUID replay, String command) {
		long begin = System.nanoTime();
		producer.replays().command(replay, command);
		producer.awaitState(replay, "pause".equals(command) ? "paused" : "running");
		return Duration.ofNanos(System.nanoTime() - begin);
	}

}
