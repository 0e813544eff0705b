package io.commitpipeline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commitpipeline.proof.CommitLog.Commit;

/**
 * The archive as an analyst sees it: Parquet files under a folder, read with DuckDB.
 */
record Archive(Path fileSystem) {

	private static final ObjectMapper JSON = new ObjectMapper();

	/** A row may have been sent twice: the first event counts. */
	private static final String ROWS = "(select * from %s qualify row_number() over (partition by"
			+ " properties['replay-id'], properties['replay-row'] order by sequence_number) = 1)";

	/**
	 * The commits in the archived bodies, sorted.
	 */
	List<Commit> bodies() {
		return query("select body from " + ROWS, (row) -> commit(row.getBytes(1))).stream().sorted().toList();
	}

	/**
	 * The commits in the typed columns, sorted.
	 */
	List<Commit> columns() {
		return query(
				"select commit_id, author, time, file_path, lines_added, lines_deleted, entropy, message from " + ROWS,
				(row) -> new Commit(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5),
						row.getInt(6), row.getDouble(7), row.getString(8)))
			.stream()
			.sorted()
			.toList();
	}

	Map<String, Long> commitsByAuthor() {
		Map<String, Long> commits = new TreeMap<>();
		query("select author, count(*) from " + ROWS + " group by 1",
				(row) -> commits.put(row.getString(1), row.getLong(2)));
		return commits;
	}

	/**
	 * Events that are there more than once.
	 */
	List<String> doubled() {
		return query("select partition_id || '/' || sequence_number from %s"
				+ " group by partition_id, sequence_number having count(*) > 1", (row) -> row.getString(1));
	}

	/**
	 * Files that hold events of another hour than their folder says.
	 */
	List<String> filesInTheWrongHour() {
		return query("select distinct filename from (select filename, enqueued_at at time zone 'UTC' as utc,"
				+ " regexp_extract(filename, 'date=([0-9-]+)', 1) as day, regexp_extract(filename, 'hour=([0-9]+)', 1)"
				+ " as hour from %s) where strftime(utc, '%%Y-%%m-%%d %%H') <> day || ' ' || hour",
				(row) -> row.getString(1));
	}

	private <T> List<T> query(String sql, RowMapper<T> mapper) {
		String files = this.fileSystem.toString().replace('\\', '/') + "/commits/**/*.parquet";
		String source = "read_parquet('" + files.replace("'", "''") + "', filename = true, hive_partitioning = false)";
		try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckdb.createStatement();
				ResultSet row = statement.executeQuery(sql.formatted(source))) {
			List<T> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(mapper.map(row));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Commit commit(byte[] body) {
		try {
			JsonNode json = JSON.readTree(body);
			return new Commit(json.path("commit_id").asText(), json.path("author").asText(),
					json.path("time").intValue(), json.path("file_path").asText(), json.path("lines_added").intValue(),
					json.path("lines_deleted").intValue(), json.path("entropy").doubleValue(),
					json.path("message").asText());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface RowMapper<T> {

		T map(ResultSet row) throws SQLException;

	}

}
