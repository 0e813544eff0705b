package io.commitpipeline.local.verify.deep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import javax.sql.DataSource;

import com.jerolba.carpet.CarpetParquetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.io.FileSystemOutputFile;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.api.Binary;

/**
 * A database and an archive that agree: three events of one run, of which one came twice
 * and one is quarantined.
 */
record ArchiveFixture(DataSource dataSource, Path archive) {

	static final String RUN = "11111111-2222-3333-4444-555555555555";

	private static final String NAME = "commits/date=2026-01-01/hour=10/partition=0/1-00000000000000000000.parquet";

	private static final String COMMIT = """
			{"commit_id":"c","author":"ann","time":61,"file_path":"/core/api/x/y.go","lines_added":3,"lines_deleted":2,
			"entropy":0.5,"message":"Mend #7"}""";

	void create() throws Exception {
		write(event(0, 0, COMMIT), event(1, 0, COMMIT), event(2, 1, "not JSON"));
		byte[] file = Files.readAllBytes(file());
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		execute("""
				truncate replays, runs, hub_incarnations, progress, event_outcomes, archive_files, archive_days, commits_by_minute,
					commits_by_author_hour, commits_by_component_hour, commits_by_author_entropy, settlements, author_habits, quarantined_events,
					deleted_totals, folded_outcomes,
					discarded_events cascade;
				insert into hub_incarnations overriding system value values (1, 'commits', now(), now());
				insert into replays (id, source, state) values ('%1$s', 'log.csv', 'completed');
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions, window_end,
					next_row) values ('%1$s', '%1$s', 'f', 'time', 2, 2000, 4, 2, 2);
				insert into progress (path, partition_id, incarnation, first_sequence_number, sequence_number)
					values ('hot', 0, 1, 0, 2), ('cold', 0, 1, 0, 2);
				insert into event_outcomes values ('%1$s', 0, 1, 1, 1, 1);
				insert into commits_by_minute values ('%1$s', 0, '2026-01-01 10:00Z', 1, 3, 2, 5000, 25000000, 5000);
				insert into commits_by_author_hour values ('%1$s', 0, 'ann', 1, 1, 3, 2, 5000, 25000000, 5000);
				insert into commits_by_component_hour values ('%1$s', 0, 'core/api', 1, 1, 3, 2, 5000, 25000000, 5000);
				insert into commits_by_author_entropy values ('%1$s', 0, 'ann', 10, 1);
				insert into quarantined_events values (0, 1, 2, '%1$s', 1, '2026-01-01 10:00Z', 'not JSON', '{}', 'not JSON');
				insert into author_habits values ('%1$s', 0, 'ann', 'message', habit_hash('mend'), 'mend', 1),
					('%1$s', 0, 'ann', 'component', habit_hash('core/api'), 'core/api', 1);
				insert into archive_files values (0, 1, 0, 2, 'tmp/a', '%2$s', 3, %3$d, '%4$s', '2026-01-01 10:00Z', 'done');
				"""
			.formatted(RUN, NAME, file.length, sha256));
	}

	Path file() {
		return this.archive.resolve(NAME);
	}

	void execute(String sql) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private void write(ArchivedEvent... events) throws IOException {
		Files.createDirectories(file().getParent());
		Files.deleteIfExists(file());
		try (ParquetWriter<ArchivedEvent> writer = CarpetParquetWriter
			.builder(new FileSystemOutputFile(file().toFile()), ArchivedEvent.class)
			.withConf(new PlainParquetConfiguration())
			.withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
			.build()) {
			for (ArchivedEvent event : events) {
				writer.write(event);
			}
		}
	}

	private static ArchivedEvent event(long sequenceNumber, long row, String body) {
		return new ArchivedEvent(0, sequenceNumber, Instant.parse("2026-01-01T10:00:30Z"),
				Map.of("replay-id", RUN, "replay-row", Long.toString(row)),
				Binary.fromConstantByteArray(body.getBytes(StandardCharsets.UTF_8)));
	}

}
