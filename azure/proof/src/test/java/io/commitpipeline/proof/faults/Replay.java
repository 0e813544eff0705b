package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.commitpipeline.local.replays.SourceShelf;
import org.awaitility.Awaitility;

/**
 * A commit log that the packaged producer sends, each row by an author of its own.
 */
final class Replay {

	private static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message";

	private final Database database;

	private final UUID id = UUID.randomUUID();

	private final Rows unnamed;

	private Replay(Database database, Rows unnamed) {
		this.database = database;
		this.unnamed = unnamed;
	}

	static Replay begin(Stage stage, int round, int numbered) {
		return begin(stage, round, numbered, null);
	}

	/**
	 * @param rate rows a second, null for as many as there can be
	 */
	static Replay begin(Stage stage, int round, int numbered, Integer rate) {
		Replay replay = new Replay(stage.database(), Rows.of(null, round, numbered, 0));
		String source = "round-%d.csv".formatted(round);
		try {
			new SourceShelf(stage.fileSystem("sources"), stage.directory().resolve("workshop")).put(source,
					replay::write);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		stage.database()
			.update("insert into replays (id, source, row_order, rate) values (?, ?, 'file', ?)", replay.id, source,
					rate);
		stage.count(numbered);
		return replay;
	}

	private void write(Path file) throws IOException {
		Stream<String> lines = IntStream.range(0, this.unnamed.numbered())
			.mapToObj((row) -> "c%d,%s,%d,/services/s%d/a.py,%d,1,0.5,m".formatted(row, this.unnamed.author(row),
					row % 43_200, row % 20, row % 50));
		Files.writeString(file, Stream.concat(Stream.of(HEADER), lines).collect(Collectors.joining("\n", "", "\n")));
	}

	/** As fast as can be from now on. */
	void hurry() {
		this.database.update("update replays set rate = null where id = ?", this.id);
	}

	/** Until a window is open that begins with this row, or behind it. */
	void awaitWindow(long row, Duration patience) {
		Awaitility.await()
			.atMost(patience)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> !find("window_end >= %d and (window_end > next_row or next_row = total_rows)".formatted(row))
				.isEmpty());
	}

	boolean isOver() {
		return !find("finished_at is not null").isEmpty();
	}

	/**
	 * @return what was sent
	 */
	Rows awaitEnd(Duration patience) {
		Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(200)).until(this::isOver);
		return Rows.of(find("true").get(0), this.unnamed.round(), this.unnamed.numbered(), 0);
	}

	private List<UUID> find(String condition) {
		return this.database.query("select id from runs where replay_id = ? and " + condition,
				(row) -> row.getObject(1, UUID.class), this.id);
	}

}
