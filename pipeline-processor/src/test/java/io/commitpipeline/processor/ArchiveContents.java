package io.commitpipeline.processor;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the archive back as a user of DuckDB does.
 */
public record ArchiveContents(Path fileSystem) {

	/**
	 * A row, and the file that it is in.
	 */
	public record Row(String file, int partitionId, long sequenceNumber, String offset, Instant enqueuedAt,
			String partitionKey, String properties, byte[] body, String commitId, String author, Integer time,
			String filePath, Integer linesAdded, Integer linesDeleted, BigDecimal entropy, String message,
			Double ingestTimestamp) {

	}

	/**
	 * @return all rows, by file and sequence number
	 */
	public List<Row> rows() {
		if (!Files.exists(this.fileSystem.resolve("commits"))) {
			return List.of();
		}
		List<Row> rows = new ArrayList<>();
		String glob = slashes(this.fileSystem.resolve("commits")) + "/**/*.parquet";
		try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery("""
						select * replace (properties::json::varchar as properties)
						from read_parquet('%s', filename = true, hive_partitioning = false)
						order by filename, sequence_number""".formatted(glob))) {
			while (found.next()) {
				rows.add(row(found));
			}
			return rows;
		}
		catch (SQLException ex) {
			if (ex.getMessage().contains("No files found")) {
				return List.of();
			}
			throw new IllegalStateException(ex);
		}
	}

	private Row row(ResultSet row) throws SQLException {
		String file = slashes(this.fileSystem.relativize(Path.of(row.getString("filename"))));
		return new Row(file, row.getInt("partition_id"), row.getLong("sequence_number"), row.getString("offset"),
				row.getObject("enqueued_at", OffsetDateTime.class).toInstant(), row.getString("partition_key"),
				row.getString("properties"), row.getBytes("body"), row.getString("commit_id"), row.getString("author"),
				(Integer) row.getObject("time"), row.getString("file_path"), (Integer) row.getObject("lines_added"),
				(Integer) row.getObject("lines_deleted"), row.getBigDecimal("entropy"), row.getString("message"),
				(Double) row.getObject("ingest_timestamp"));
	}

	public static Map<String, Long> rowsByFile(List<Row> rows) {
		return rows.stream().collect(Collectors.groupingBy(Row::file, TreeMap::new, Collectors.counting()));
	}

	private static String slashes(Path path) {
		return path.toString().replace('\\', '/');
	}

}
