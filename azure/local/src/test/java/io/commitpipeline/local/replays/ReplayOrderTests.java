package io.commitpipeline.local.replays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LocalAzureTest
class ReplayOrderTests {

	private static LocalPostgres postgres;

	@TempDir
	private Path directory;

	private ReplayTable replays;

	private SourceShelf shelf;

	private CommitLogFile source;

	@BeforeAll
	static void database(LocalPostgres database) {
		postgres = database;
	}

	@BeforeEach
	void prepare() throws IOException, SQLException {
		execute("truncate replays cascade");
		this.replays = new ReplayTable(postgres.dataSource());
		this.shelf = new SourceShelf(this.directory.resolve("sources"), this.directory.resolve("incoming"));
		this.source = new CommitLogFile(Files.writeString(this.directory.resolve("log.csv"), "first"));
	}

	@Test
	void aNewSourceIsPutIntoTheLakeAndWaitsForTheProducer() throws Exception {
		UUID id = place(500, false);
		assertThat(this.shelf.get("log.csv").path()).hasContent("first");
		assertThat(this.replays.get(id)).hasValue(new Replay(id, "log.csv", "pending", null, null, 0));
		assertThat(rate(id)).isEqualTo("500");
	}

	@Test
	void anUnfinishedReplayGoesOnAtTheNewRate() throws Exception {
		UUID id = place(500, false);
		execute("update replays set command = 'pause', state = 'paused', rate = null, speed_up = 4320");
		assertThat(place(null, false)).isEqualTo(id);
		assertThat(rate(id)).isNull();
		assertThat(query("select command from replays")).isEqualTo("start");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pending", "running", "paused", "stopped" })
	void aStoppedReplayIsOverAlsoWhereTheProducerHasNotHeardOfIt(String state) throws Exception {
		UUID id = place(500, false);
		execute("update replays set command = 'stop', state = '" + state + "'");
		assertThat(place(500, false)).isEqualTo(id);
		assertThat(query("select command from replays")).isEqualTo("stop");
		assertThat(this.replays.get(id).orElseThrow().isStopped()).isTrue();
		assertThat(place(500, true)).isNotEqualTo(id);
	}

	@Test
	void aFinishedReplayIsNotSentAgainUnlessAskedFor() throws Exception {
		UUID id = place(500, false);
		finish(id, this.source.sha256());
		assertThat(place(500, false)).isEqualTo(id);
		UUID again = place(500, true);
		assertThat(again).isNotEqualTo(id);
		assertThat(this.replays.get(again).orElseThrow().state()).isEqualTo("pending");
	}

	@Test
	void aFinishedSourceOfOtherContentIsANewOne() throws Exception {
		UUID id = place(500, false);
		finish(id, this.source.sha256());
		Files.writeString(this.source.path(), "second");
		assertThat(place(500, false)).isNotEqualTo(id);
		assertThat(this.shelf.get("log.csv").path()).hasContent("second");
	}

	@Test
	void aFailedReplayIsTriedAnew() throws Exception {
		UUID id = place(500, false);
		execute("update replays set state = 'failed', failure = 'no hub'");
		assertThat(this.replays.get(id).orElseThrow().failure()).isEqualTo("no hub");
		assertThat(place(500, false)).isNotEqualTo(id);
	}

	@Test
	void aSourceThatChangedUnderAnUnfinishedReplayIsRefused() throws Exception {
		place(500, false);
		Files.writeString(this.source.path(), "second");
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> place(500, true))
			.withMessageContaining(this.source.path() + " has changed since its unfinished replay");
		assertThat(this.shelf.get("log.csv").path()).hasContent("first");
	}

	private UUID place(Integer rate, boolean again) throws SQLException, IOException {
		return new ReplayOrder(this.source, new Rate(rate), again).place(this.shelf, this.replays);
	}

	private static void finish(UUID replay, String fingerprint) throws SQLException {
		execute("update replays set state = 'completed'");
		execute("""
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions)
				values (gen_random_uuid(), '%s', '%s', 'time', 1, 2000, 4)""".formatted(replay, fingerprint));
	}

	private static String rate(UUID id) throws SQLException {
		return query("select rate from replays where id = '" + id + "'");
	}

	private static void execute(String sql) throws SQLException {
		try (Connection connection = postgres.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(String sql) throws SQLException {
		try (Connection connection = postgres.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
