package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.commitpipeline.admin.ConsoleTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@WithMockUser(username = "ann", roles = "OPERATOR")
@ConsoleTest
class ReplayCommandsTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReplayCommands commands;

	@Autowired
	private ReplayQueries queries;

	@BeforeEach
	void noReplays() {
		this.jdbc.sql("truncate replays, audit cascade").update();
	}

	@Test
	void pauseAndResumeChangeTheCommandAndAskingTwiceChangesNothingMore() {
		UUID replay = replay("commits.csv", "start", "running");
		this.commands.pause(replay, order());
		Map<String, Object> paused = row(replay);
		assertThat(paused).containsEntry("command", "pause").containsEntry("state", "running");
		this.commands.pause(replay, order());
		this.commands.resume(replay, order());
		assertThat(row(replay)).containsEntry("command", "start");
		assertThat(notes()).containsExactly("ann: pause", "ann: resume");
		assertThat(audit()).containsExactly("ann replay.pause commits.csv [running, 500 commits/s] done",
				"ann replay.resume commits.csv [running, 500 commits/s] done");
	}

	@Test
	void whatNoProducerHasTakenUpPausesAndStopsAtOnce() {
		UUID replay = replay("commits.csv", "start", "pending");
		this.commands.pause(replay, order());
		assertThat(row(replay)).containsEntry("state", "paused");
		this.commands.stop(replay, order());
		assertThat(row(replay)).containsEntry("state", "stopped");
	}

	@Test
	void aReplayAtWorkStopsWhenItsProducerSaysSo() {
		UUID replay = replay("commits.csv", "start", "running");
		this.commands.stop(replay, order());
		assertThat(row(replay)).containsEntry("command", "stop").containsEntry("state", "running");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			completed, start, The replay of 1.csv is completed: replay the source again.
			failed,    start, The replay of 1.csv has failed: replay the source again.
			stopped,   stop,  The replay of 1.csv is stopped for good: replay the source again.
			running,   stop,  The replay of 1.csv is stopped for good: replay the source again.""")
	void aReplayThatIsOverIsNeitherPausedNorResumed(String state, String command, String sentence) {
		UUID replay = replay("1.csv", command, state);
		assertThatRefused(() -> this.commands.pause(replay, order())).withMessage(sentence);
		assertThatRefused(() -> this.commands.resume(replay, order())).withMessage(sentence);
		assertThat(row(replay)).containsEntry("command", command).containsEntry("state", state);
		assertThat(notes()).isEmpty();
		assertThat(audit()).hasSize(2).allMatch((entry) -> entry.endsWith(sentence));
	}

	@Test
	void anotherReplayIsNotStartedWhileOneIsAtWork() {
		UUID paused = replay("1.csv", "pause", "paused");
		UUID completed = replay("2.csv", "start", "completed");
		replay("3.csv", "start", "running");
		String sentence = "One replay is at work at a time: pause or stop that of 3.csv first.";
		assertThatRefused(() -> this.commands.resume(paused, order())).withMessage(sentence);
		assertThatRefused(() -> this.commands.again(completed, order())).withMessage(sentence);
		assertThatRefused(() -> this.commands.start(fresh(), "ann")).withMessage(sentence);
	}

	@Test
	void replayingAgainAsksForANewReplayOfTheSameSourceOnce() {
		UUID finished = replay("commits.csv", "start", "completed");
		Order order = order();
		this.commands.again(finished, order);
		this.commands.again(finished, order);
		assertThat(this.jdbc.sql("select source, row_order, rate, command from replays where state = 'pending'")
			.query()
			.listOfRows())
			.containsExactly(Map.of("source", "commits.csv", "row_order", "file", "rate", 500, "command", "start"));
	}

	@Test
	void aSeekIsAJumpAndADoubleClickIsOne() {
		UUID replay = replay("commits.csv", "start", "running", "time");
		Order order = order();
		this.commands.seek(replay, Spot.of("day 12, 08:30"), order);
		Map<String, Object> first = row(replay);
		assertThat(first).containsEntry("jump_time", 11 * 1440 + 510).containsEntry("jump_row", null);
		this.commands.seek(replay, Spot.of("day 12, 08:30"), order);
		assertThat(row(replay)).isEqualTo(first);
		this.commands.seek(replay, Spot.of("row 4,711"), order);
		assertThat(row(replay)).containsEntry("jump_row", 4711L).doesNotContainEntry("jump_id", first.get("jump_id"));
		this.commands.restart(replay, order());
		assertThat(row(replay)).containsEntry("jump_row", null).containsEntry("jump_time", null);
		assertThat(notes()).containsExactly("ann: seek day 12, 08:30", "ann: seek row 4711", "ann: restart");
	}

	@Test
	void stepsAddUpFromWhereTheReplayIsAndAPauseDropsThem() {
		UUID replay = replay("commits.csv", "pause", "paused");
		run(replay, 100, 50);
		Order order = order();
		this.commands.step(replay, 10, order);
		this.commands.step(replay, 10, order);
		assertThat(row(replay)).containsEntry("step_to", 160L);
		this.commands.step(replay, 5, order());
		assertThat(row(replay)).containsEntry("step_to", 165L);
		this.commands.pause(replay, order());
		assertThat(row(replay)).containsEntry("step_to", null);
	}

	@Test
	void aRunningReplayIsNotStepped() {
		UUID replay = replay("1.csv", "start", "running");
		assertThatRefused(() -> this.commands.step(replay, 1, order()))
			.withMessage("The replay of 1.csv is running: pause it, then step.");
	}

	@Test
	void aNewPaceReplacesTheOldOne() {
		UUID replay = replay("commits.csv", "start", "running", "time");
		this.commands.pace(replay, Pace.of("clock", null, 10), order());
		assertThat(row(replay)).containsEntry("rate", null).containsEntry("speed_up", 4320);
		this.commands.pace(replay, Pace.of("max", null, null), order());
		assertThat(row(replay)).containsEntry("rate", null).containsEntry("speed_up", null);
		this.commands.loop(replay, true, order());
		assertThat(row(replay)).containsEntry("loop", true);
		assertThat(notes()).containsExactly("ann: pace the month in 10 min", "ann: pace as fast as possible",
				"ann: loop on");
	}

	@Test
	void theOrderOfTheFileHasNoClock() {
		UUID replay = replay("commits.csv", "start", "running");
		assertThatRefused(() -> this.commands.pace(replay, Pace.of("clock", null, 10), order()))
			.withMessage(Standing.NO_CLOCK);
		assertThatRefused(() -> this.commands.seek(replay, Spot.of("day 2"), order())).withMessage(Standing.NO_CLOCK);
	}

	@Test
	void twoWhoStartAtOnceDoNotBothSucceed() {
		List<CompletableFuture<Boolean>> starts = Stream.of("ann", "bob")
			.map((operator) -> CompletableFuture.supplyAsync(() -> {
				try {
					this.commands.start(fresh(), operator);
					return true;
				}
				catch (RefusedException ex) {
					return false;
				}
			}))
			.toList();
		assertThat(starts).extracting(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void anUnfinishedReplayIsNotReplayedAgain() {
		UUID paused = replay("commits.csv", "pause", "paused");
		assertThatRefused(() -> this.commands.again(paused, order()))
			.withMessage("The replay of commits.csv is not at its end: restart it from the beginning instead.");
	}

	@Test
	void aFormSentTwiceAsksForOneReplay() {
		NewReplay replay = fresh();
		this.commands.start(replay, "ann");
		this.commands.start(replay, "ann");
		assertThat(this.jdbc.sql("select id, source, row_order, command, state from replays where rate is null")
			.query()
			.listOfRows())
			.containsExactly(Map.of("id", replay.id(), "source", "commits.csv", "row_order", "time", "command", "start",
					"state", "pending"));
		assertThat(notes()).containsExactly("ann: start commits.csv");
	}

	@Test
	void theReplayAtWorkComesBeforeThoseThatWaitAndThoseBeforeTheRest() {
		replay("1.csv", "start", "completed");
		UUID paused = replay("2.csv", "pause", "paused");
		replay("2b.csv", "stop", "stopped");
		assertThat(current().id()).isEqualTo(paused);
		UUID first = replay("3.csv", "start", "pending");
		replay("4.csv", "start", "pending");
		assertThat(current().id()).isEqualTo(first);
		assertThat(current().waiting()).isEqualTo(1);
		UUID running = replay("5.csv", "start", "running");
		assertThat(current().id()).isEqualTo(running);
		assertThat(current().moves()).contains(Move.PAUSE, Move.STOP, Move.SEEK).doesNotContain(Move.STEP, Move.AGAIN);
	}

	private static ThrowableAssertAlternative<RefusedException> assertThatRefused(ThrowingCallable command) {
		return assertThatExceptionOfType(RefusedException.class).isThrownBy(command);
	}

	private static Order order() {
		return new Order(UUID.randomUUID(), "ann");
	}

	private static NewReplay fresh() {
		return new NewReplay(UUID.randomUUID(), "commits.csv", "time", new Pace(null, null), Spot.NOWHERE, Spot.NOWHERE,
				false);
	}

	private List<String> notes() {
		return this.jdbc
			.sql("select given_by || ': ' || concat_ws(' ', move, detail) from replay_commands order by given_at")
			.query(String.class)
			.list();
	}

	private List<String> audit() {
		return this.jdbc.sql(
				"select format('%s %s %s [%s] %s', actor, action, subject, state_before, result) from audit order by id")
			.query(String.class)
			.list();
	}

	private void run(UUID replay, long before, long next) {
		this.jdbc.sql("""
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions,
					rows_before, next_row)
				values (gen_random_uuid(), :replay, 'ab', 'file', 1000, 2000, 4, :before, :next)
				""").param("replay", replay).param("before", before).param("next", next).update();
	}

	private Replay current() {
		return this.queries.current().orElseThrow();
	}

	private Map<String, Object> row(UUID replay) {
		return this.jdbc.sql("select * from replays where id = :id").param("id", replay).query().singleRow();
	}

	private UUID replay(String source, String command, String state) {
		return replay(source, command, state, "file");
	}

	private UUID replay(String source, String command, String state, String order) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into replays (id, source, row_order, rate, command, state, created_at)
				values (:id, :source, :order, 500, :command, :state, clock_timestamp())
				""")
			.param("id", id)
			.param("source", source)
			.param("order", order)
			.param("command", command)
			.param("state", state)
			.update();
		return id;
	}

}
