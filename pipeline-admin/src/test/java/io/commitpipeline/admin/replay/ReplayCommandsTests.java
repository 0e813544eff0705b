package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.commitpipeline.admin.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayCommandsTests {

	private static final TestDatabase database = new TestDatabase();

	private final JdbcClient jdbc = database.jdbc();

	private final ReplayCommands commands = new ReplayCommands(this.jdbc);

	private final ReplayQueries queries = new ReplayQueries(this.jdbc);

	@BeforeEach
	void noReplays() {
		this.jdbc.sql("truncate replays cascade").update();
	}

	@Test
	void stopAndStartChangeTheCommandAndAskingTwiceChangesNothingMore() {
		UUID replay = replay("commits.csv", "start", "running");
		this.commands.stop(replay);
		Map<String, Object> stopped = row(replay);
		assertThat(stopped).containsEntry("command", "stop").containsEntry("state", "running");
		this.commands.stop(replay);
		assertThat(row(replay)).isEqualTo(stopped);
		this.commands.start(replay);
		assertThat(row(replay)).containsEntry("command", "start");
	}

	@Test
	void aFinishedReplayTakesNoCommand() {
		UUID replay = replay("commits.csv", "start", "completed");
		this.commands.stop(replay);
		assertThat(row(replay)).containsEntry("command", "start");
	}

	@Test
	void replayingAgainAsksForANewReplayOfTheSameSourceOnce() {
		UUID finished = replay("commits.csv", "start", "completed");
		this.commands.again(finished);
		this.commands.again(finished);
		assertThat(this.jdbc.sql("select source, row_order, rate, command from replays where state = 'pending'")
			.query()
			.listOfRows())
			.containsExactly(Map.of("source", "commits.csv", "row_order", "file", "rate", 500, "command", "start"));
	}

	@Test
	void anUnfinishedReplayIsNotReplayedAgain() {
		this.commands.again(replay("commits.csv", "stop", "stopped"));
		assertThat(this.jdbc.sql("select count(*) from replays").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void aFormSentTwiceAsksForOneReplay() {
		NewReplay replay = new NewReplay(UUID.randomUUID(), "commits.csv", "time", null);
		this.commands.create(replay);
		this.commands.create(replay);
		assertThat(this.jdbc.sql("select id, source, row_order, command, state from replays where rate is null")
			.query()
			.listOfRows())
			.containsExactly(Map.of("id", replay.id(), "source", "commits.csv", "row_order", "time", "command", "start",
					"state", "pending"));
	}

	@Test
	void theReplayAtWorkComesBeforeThoseThatWaitAndThoseBeforeTheRest() {
		replay("1.csv", "start", "completed");
		UUID stopped = replay("2.csv", "stop", "stopped");
		assertThat(current().id()).isEqualTo(stopped);
		UUID first = replay("3.csv", "start", "pending");
		replay("4.csv", "start", "pending");
		assertThat(current().id()).isEqualTo(first);
		assertThat(current().waiting()).isEqualTo(1);
		UUID running = replay("5.csv", "start", "running");
		assertThat(current().id()).isEqualTo(running);
		assertThat(this.queries.sources()).isEqualTo(List.of("5.csv", "4.csv", "3.csv", "2.csv", "1.csv"));
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
