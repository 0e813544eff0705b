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
import io.commitpipeline.producer.sending.AnsweringHub.Answer;
import io.commitpipeline.producer.sources.MemorySources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.commitpipeline.producer.replays.ProducerOnTestBinder.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How a replay changes hands: after a crash, a shutdown, a lost lease.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@LocalAzureTest
class TakeoverTests {

	@RegisterExtension
	static final ProducerOnTestBinder producer = new ProducerOnTestBinder();

	@BeforeAll
	static void putSources() {
		MemorySources.put("hundred.csv", CommitLogs.of(100));
		MemorySources.put("many.csv", CommitLogs.of(10_000));
	}

	@Test
	void theWindowThatADeadOwnerBeganIsSentToItsEndEvenToPause() {
		UUID replay = beginAsDeadOwner("pause", 40, 60);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "paused");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(40, 60));
		assertThat(producer.replays().run(replay)).containsEntry("next_row", 60L).containsEntry("window_end", 60L);
	}

	@Test
	void theWindowThatADeadOwnerBeganIsSentToItsEndEvenToStop() {
		UUID replay = beginAsDeadOwner("stop", 40, 60);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "stopped");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(40, 60));
		assertThat(producer.replays().run(replay)).containsEntry("next_row", 60L)
			.doesNotContainEntry("finished_at", null);
	}

	@Test
	void aSeekThatADeadOwnerDidNotHearOfIsDoneAfterItsWindow() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		producer.replays().jump(replay, 95L, null);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "completed");
		assertThat(hub.rows())
			.containsExactlyElementsOf(Stream.of(rows(40, 60), rows(0, 5)).flatMap(List::stream).toList());
		assertThat(producer.replays().runs(replay)).extracting((run) -> run.get("next_row")).containsExactly(60L, 5L);
	}

	@Test
	void aStepThatADeadOwnerBeganIsSentToItsEndAndNotAgain() {
		UUID replay = beginAsDeadOwner("pause", 40, 40);
		producer.replays().stepTo(replay, 43);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "paused");
		assertThat(hub.rows()).containsExactly(40L, 41L, 42L);
	}

	@Test
	void aReplayGoesOnFromItsLastSavedRow() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(40, 100));
	}

	@Test
	void aLivingOwnersReplayIsLeftAlone() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		producer.replays().update("update replays set lease_until = now() + interval '1 hour'");
		AnsweringHub hub = producer.start();
		await().during(Duration.ofSeconds(1)).until(() -> hub.messages().isEmpty());
		assertThat(producer.replays().replay(replay)).containsEntry("owner", "dead");
	}

	@Test
	void anOwnerThatLostItsLeaseStopsSendingAndSavesNothing() {
		UUID replay = producer.replays().start("many.csv", 500);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 100);
		producer.replays().update("update replays set owner = 'other', lease_until = now() + interval '1 hour'");
		Map<String, Object> run = producer.replays().run(replay);
		await().during(Duration.ofMillis(500)).until(() -> true);
		int sent = hub.messages().size();
		await().during(Duration.ofMillis(500)).until(() -> hub.messages().size() == sent);
		assertThat(producer.replays().run(replay)).isEqualTo(run);
		assertThat(producer.replays().replay(replay)).containsEntry("owner", "other").containsEntry("state", "running");
	}

	@Test
	void aResumeRefusesASourceThatHasChanged() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		producer.replays().update("update runs set source_fingerprint = 'another'");
		AnsweringHub hub = producer.start();
		producer.awaitState(replay, "failed");
		assertThat((String) producer.replays().replay(replay).get("failure"))
			.startsWith("The source has changed since the run began: its SHA-256 was another and is ");
		assertThat(hub.messages()).isEmpty();
	}

	@Test
	void aShutdownEndsItsWindowAndGivesUpTheLease() {
		UUID replay = producer.replays().start("many.csv", 500);
		AnsweringHub hub = producer.start();
		await().until(() -> hub.messages().size() > 100);
		producer.stop();
		assertThat(producer.replays().replay(replay)).containsEntry("owner", null).containsEntry("state", "running");
		assertThat(producer.replays().run(replay)).containsEntry("next_row", (long) hub.messages().size())
			.containsEntry("window_end", (long) hub.messages().size());
	}

	@Test
	void aShutdownThatCannotEndItsWindowLeavesItToTheNextOwner() {
		UUID replay = producer.replays().start("hundred.csv", null);
		AnsweringHub hub = producer.start((message) -> Answer.NONE);
		await().until(() -> hub.messages().size() == 100);
		producer.stop();
		assertThat(producer.replays().replay(replay)).containsEntry("owner", null);
		assertThat(producer.replays().run(replay)).containsEntry("next_row", 0L).containsEntry("window_end", 100L);
		AnsweringHub next = producer.start();
		producer.awaitState(replay, "completed");
		assertThat(next.rows()).containsExactlyElementsOf(rows(0, 100));
	}

	private UUID beginAsDeadOwner(String command, int nextRow, int windowEnd) {
		UUID replay = producer.replays().start("hundred.csv", null);
		producer.start();
		producer.awaitState(replay, "completed");
		producer.stop();
		producer.replays().update("""
				update replays set command = ?, state = 'running', owner = 'dead',
					lease_until = now() - interval '1 second'""", command);
		producer.replays()
			.update("update runs set next_row = ?, window_end = ?, finished_at = null", nextRow, windowEnd);
		return replay;
	}

}
