package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.commitpipeline.admin.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReplayCommandsTests {

	private static final TestDatabase database = new TestDatabase();

	private final JdbcClient jdbc = database.jdbc();

	private final ReplayCommands commands = new ReplayCommands(new ReplayTable(this.jdbc));

	private final ReplayQueries queries = new ReplayQueries(this.jdbc);

	@BeforeEach
	void noReplays() {
		this.jdbc.sql("truncate replays cascade").update();
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
	}

	@Test
	void anotherReplayIsNotStartedWhileOneIsAtWork() {
		UUID paused = replay("1.csv", "pause", "paused");
		UUID completed = replay("2.csv", "start", "completed");
		replay("3.csv", "start", "running");
		String sentence = "One replay is at work at a time: pause or stop that of 3.csv first.";
		assertThatRefused(() -> this.commands.resume(paused, order())).withMessage(sentence);
		assertThatRefused(() -> this.commands.again(completed, order())).withMessage(sentence);
		assertThatRefused(() -> this.commands.create(fresh(), order())).withMessage(sentence);
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
	void anUnfinishedReplayIsNotReplayedAgain() {
		UUID paused = replay("commits.csv", "pause", "paused");
		assertThatRefused(() -> this.commands.again(paused, order()))
			.withMessage("The replay of commits.csv is not at its end: restart it from the beginning instead.");
	}

	@Test
	void aFormSentTwiceAsksForOneReplay() {
		NewReplay replay = fresh();
		this.commands.create(replay, order());
		this.commands.create(replay, order());
		assertThat(this.jdbc.sql("select id, source, row_order, command, state from replays where rate is null")
			.query()
			.listOfRows())
			.containsExactly(Map.of("id", replay.id(), "source", "commits.csv", "row_order", "time", "command", "start",
					"state", "pending"));
		assertThat(notes()).containsExactly("ann: start");
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
		assertThat(this.queries.sources()).isEqualTo(List.of("5.csv", "4.csv", "3.csv", "2b.csv", "2.csv", "1.csv"));
	}

	private static ThrowableAssertAlternative<RefusedException> assertThatRefused(ThrowingCallable command) {
		return assertThatExceptionOfType(RefusedException.class).isThrownBy(command);
	}

	private static Order order() {
		return new Order(UUID.randomUUID(), "ann");
	}

	private static NewReplay fresh() {
		return new NewReplay(UUID.randomUUID(), "commits.csv", "time", null);
	}

	private List<String> notes() {
		return this.jdbc.sql("select given_by || ': ' || move from replay_commands order by given_at")
			.query(String.class)
			.list();
	}

	private Replay current() {
		return this.queries.current().orElseThrow();
	}

	private Map<String, Object> row(UUID replay) {
		return this.jdbc.sql("select * from replays where id = :id").param("id", replay).query().singleRow();
	}

	private UUID replay(String source, String command, String state) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into replays (id, source, row_order, rate, command, state, created_at)
				values (:id, :source, 'file', 500, :command, :state, clock_timestamp())
				""").param("id", id).param("source", source).param("command", command).param("state", state).update();
		return id;
	}

}
