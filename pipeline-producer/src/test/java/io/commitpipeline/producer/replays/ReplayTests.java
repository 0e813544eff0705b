package io.commitpipeline.producer.replays;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.commitpipeline.db.Schema;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.producer.CommitLogs;
import io.commitpipeline.producer.ProducerApplication;
import io.commitpipeline.producer.sending.AnsweringHub;
import io.commitpipeline.producer.sending.AnsweringHub.Answer;
import io.commitpipeline.producer.sending.AnsweringHub.Behaviour;
import io.commitpipeline.producer.sending.FixedHub;
import io.commitpipeline.producer.sources.MemorySources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReplayTests {

	private static LocalPostgres postgres;

	private final TestReplays replays = new TestReplays(postgres.dataSource());

	private ConfigurableApplicationContext context;

	@BeforeAll
	static void startPostgres() {
		postgres = LocalPostgres.temporary();
		Schema.of(postgres.dataSource()).migrate();
		MemorySources.put("hundred.csv", CommitLogs.of(100));
		MemorySources.put("many.csv", CommitLogs.of(10_000));
	}

	@AfterAll
	static void stopPostgres() {
		postgres.close();
	}

	@BeforeEach
	void noReplays() {
		this.replays.update("truncate replays, runs, rejected_rows cascade");
	}

	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void everyRowGoesOutOnceInTheOrderOfTimeAndTheReplayCompletes() {
		UUID replay = this.replays.start("many.csv", null);
		AnsweringHub hub = startProducer();
		awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(0, 10_000));
		assertThat(hub.messages()).isSortedAccordingTo((one, other) -> time(one) - time(other));
		assertThat(this.replays.run(replay)).containsEntry("next_row", 10_000L)
			.containsEntry("total_rows", 10_000L)
			.containsEntry("window_rows", 2000)
			.containsEntry("partitions", 4)
			.containsEntry("rejected_rows", 0L)
			.containsEntry("unsendable_rows", 0L)
			.containsEntry("commit_time", 909)
			.doesNotContainEntry("finished_at", null);
		assertThat(this.replays.replay(replay)).containsEntry("owner", null).containsEntry("failure", null);
	}

	@Test
	void noRowIsSentBeforeEveryRowAWindowBehindItIsAccepted() {
		UUID replay = this.replays.start("many.csv", null);
		AnsweringHub hub = startProducer(
				(message) -> (AnsweringHub.row(message) == 10) ? Answer.NONE : Answer.ACCEPTED);
		await().until(() -> hub.messages().size() == 2000);
		await().during(Duration.ofMillis(500)).until(() -> hub.messages().size() == 2000);
		assertThat(this.replays.run(replay)).containsEntry("window_end", 2000L).containsEntry("next_row", 0L);
	}

	@Test
	void failedRowsAreSentAgainBeforeProgressIsSaved() {
		UUID replay = this.replays.start("hundred.csv", null);
		Set<Long> failedOnce = new HashSet<>();
		AnsweringHub hub = startProducer(
				(message) -> (AnsweringHub.row(message) % 10 == 0 && failedOnce.add(AnsweringHub.row(message)))
						? Answer.FAILED : Answer.ACCEPTED);
		awaitState(replay, "completed");
		assertThat(hub.rows().subList(100, hub.rows().size())).containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L,
				80L, 90L);
	}

	@Test
	void aStoppedReplayHoldsAndGoesOnFromThere() {
		UUID replay = this.replays.start("many.csv", 500);
		AnsweringHub hub = startProducer();
		await().until(() -> hub.messages().size() > 100);
		this.replays.command(replay, "stop");
		awaitState(replay, "stopped");
		int held = hub.messages().size();
		await().during(Duration.ofMillis(700)).until(() -> hub.messages().size() == held);
		assertThat(this.replays.run(replay)).containsEntry("next_row", (long) held);
		this.replays.rate(replay, null);
		this.replays.command(replay, "start");
		awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(0, 10_000));
		assertThat(this.replays.runs(replay)).hasSize(1);
	}

	@Test
	void aReplayThatIsStoppedBeforeItBeginsIsNotBegun() {
		UUID replay = this.replays.start("hundred.csv", null);
		this.replays.command(replay, "stop");
		AnsweringHub hub = startProducer();
		awaitState(replay, "stopped");
		assertThat(this.replays.runs(replay)).isEmpty();
		assertThat(hub.messages()).isEmpty();
	}

	@Test
	void aNewRateAppliesWithinASecond() {
		UUID replay = this.replays.start("many.csv", 1);
		AnsweringHub hub = startProducer();
		await().until(() -> hub.messages().size() >= 2);
		this.replays.rate(replay, 1000);
		await().atMost(Duration.ofSeconds(2)).until(() -> hub.messages().size() > 500);
	}

	@Test
	void theWindowThatADeadOwnerBeganIsSentToItsEndEvenToStop() {
		UUID replay = beginAsDeadOwner("stop", 40, 60);
		AnsweringHub hub = startProducer();
		awaitState(replay, "stopped");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(40, 60));
		assertThat(this.replays.run(replay)).containsEntry("next_row", 60L).containsEntry("window_end", 60L);
	}

	@Test
	void aReplayGoesOnFromItsLastSavedRow() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		AnsweringHub hub = startProducer();
		awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactlyElementsOf(rows(40, 100));
	}

	@Test
	void aLivingOwnersReplayIsLeftAlone() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		this.replays.update("update replays set lease_until = now() + interval '1 hour'");
		AnsweringHub hub = startProducer();
		await().during(Duration.ofSeconds(1)).until(() -> hub.messages().isEmpty());
		assertThat(this.replays.replay(replay)).containsEntry("owner", "dead");
	}

	@Test
	void anOwnerThatLostItsLeaseStopsSendingAndSavesNothing() {
		UUID replay = this.replays.start("many.csv", 500);
		AnsweringHub hub = startProducer();
		await().until(() -> hub.messages().size() > 100);
		this.replays.update("update replays set owner = 'other', lease_until = now() + interval '1 hour'");
		Map<String, Object> run = this.replays.run(replay);
		await().during(Duration.ofMillis(500)).until(() -> true);
		int sent = hub.messages().size();
		await().during(Duration.ofMillis(500)).until(() -> hub.messages().size() == sent);
		assertThat(this.replays.run(replay)).isEqualTo(run);
		assertThat(this.replays.replay(replay)).containsEntry("owner", "other").containsEntry("state", "running");
	}

	@Test
	void aResumeRefusesASourceThatHasChanged() {
		UUID replay = beginAsDeadOwner("start", 40, 60);
		this.replays.update("update runs set source_fingerprint = 'another'");
		AnsweringHub hub = startProducer();
		awaitState(replay, "failed");
		assertThat((String) this.replays.replay(replay).get("failure"))
			.startsWith("The source has changed since the run began: its SHA-256 was another and is ");
		assertThat(hub.messages()).isEmpty();
	}

	@Test
	void aMissingSourceAndAWrongHeaderFailTheReplayWithASentence() {
		MemorySources.put("wrong.csv", "a,b\n1,2\n");
		UUID missing = this.replays.start("missing.csv", null);
		UUID wrong = this.replays.start("wrong.csv", null);
		startProducer();
		awaitState(missing, "failed");
		awaitState(wrong, "failed");
		assertThat(this.replays.replay(missing)).containsEntry("failure",
				"There is no source 'missing.csv'; the file system 'sources' holds other.csv");
		assertThat((String) this.replays.replay(wrong).get("failure")).contains("expected commit_id,author")
			.endsWith("found 'a,b'");
	}

	@Test
	void rejectedRowsAreRecordedWithLineColumnAndReasonAndAllOfThemAreCounted() {
		MemorySources.put("broken.csv", CommitLogs.of(3) + "c,,1,/a,1,2,0.5,m\n" + "too short\n".repeat(1500));
		UUID replay = this.replays.start("broken.csv", null);
		startProducer();
		awaitState(replay, "completed");
		assertThat(this.replays.run(replay)).containsEntry("rejected_rows", 1501L).containsEntry("total_rows", 3L);
		List<Map<String, Object>> rejected = this.replays.rejected(replay);
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
		UUID replay = this.replays.start("large.csv", null, "file");
		AnsweringHub hub = startProducer();
		awaitState(replay, "completed");
		assertThat(hub.rows()).containsExactly(0L, 1L, 3L, 4L, 5L);
		assertThat(this.replays.run(replay)).containsEntry("next_row", 6L).containsEntry("unsendable_rows", 1L);
		assertThat(this.replays.rejected(replay)).singleElement().satisfies((row) -> {
			assertThat(row).containsEntry("line", 4L).containsEntry("run_row", 2L);
			assertThat((String) row.get("reason")).startsWith("the event has ").endsWith("at most 1032192 are allowed");
		});
	}

	@Test
	void aShutdownEndsItsWindowAndGivesUpTheLease() {
		UUID replay = this.replays.start("many.csv", 500);
		AnsweringHub hub = startProducer();
		await().until(() -> hub.messages().size() > 100);
		this.context.close();
		assertThat(this.replays.replay(replay)).containsEntry("owner", null).containsEntry("state", "running");
		assertThat(this.replays.run(replay)).containsEntry("next_row", (long) hub.messages().size())
			.containsEntry("window_end", (long) hub.messages().size());
	}

	@Test
	void aShutdownThatCannotEndItsWindowLeavesItToTheNextOwner() {
		UUID replay = this.replays.start("hundred.csv", null);
		AnsweringHub hub = startProducer((message) -> Answer.NONE);
		await().until(() -> hub.messages().size() == 100);
		this.context.close();
		assertThat(this.replays.replay(replay)).containsEntry("owner", null);
		assertThat(this.replays.run(replay)).containsEntry("next_row", 0L).containsEntry("window_end", 100L);
		AnsweringHub next = startProducer();
		awaitState(replay, "completed");
		assertThat(next.rows()).containsExactlyElementsOf(rows(0, 100));
	}

	private UUID beginAsDeadOwner(String command, int nextRow, int windowEnd) {
		UUID replay = this.replays.start("hundred.csv", null);
		startProducer();
		awaitState(replay, "completed");
		this.context.close();
		this.replays.update("""
				update replays set command = ?, state = 'running', owner = 'dead',
					lease_until = now() - interval '1 second'""", command);
		this.replays.update("update runs set next_row = ?, window_end = ?, finished_at = null", nextRow, windowEnd);
		return replay;
	}

	private AnsweringHub startProducer() {
		return startProducer((message) -> Answer.ACCEPTED);
	}

	private AnsweringHub startProducer(Behaviour behaviour) {
		this.context = new SpringApplicationBuilder(ProducerApplication.class, TestChannelBinderConfiguration.class,
				AnsweringHub.class, FixedHub.class, MemorySources.class)
			.initializers(
					(context) -> ((GenericApplicationContext) context).registerBean(Behaviour.class, () -> behaviour))
			.run("--spring.datasource.url=" + postgres.url(), "--spring.datasource.username=" + postgres.user(),
					"--spring.datasource.password=" + postgres.password(), "--server.port=0",
					"--spring.cloud.azure.eventhubs.connection-string=Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=x;SharedAccessKey=eA==;UseDevelopmentEmulator=true",
					"--spring.cloud.azure.eventhubs.event-hub-name=commits",
					"--pipeline.lake.endpoint=http://127.0.0.1:1/none", "--pipeline.lake.account-name=none",
					"--pipeline.lake.account-key=bm9uZQ==", "--pipeline.replay.poll-interval=50ms",
					"--pipeline.replay.shutdown-timeout=1s");
		return this.context.getBean(AnsweringHub.class);
	}

	private static int time(Message<?> message) {
		String json = new String((byte[]) message.getPayload(), StandardCharsets.UTF_8);
		return Integer.parseInt(json.replaceAll(".*\"time\":([0-9]+),.*", "$1"));
	}

	private static List<Long> rows(long from, long to) {
		return LongStream.range(from, to).boxed().toList();
	}

	private void awaitState(UUID replay, String state) {
		await().atMost(Duration.ofSeconds(20)).until(() -> this.replays.state(replay), state::equals);
	}

}
