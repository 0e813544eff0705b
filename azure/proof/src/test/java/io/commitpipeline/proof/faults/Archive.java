package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The archive as it lies in the lake's directory.
 */
record Archive(Path fileSystem) {

	/** How often each author's event is archived. */
	Map<String, Long> authors(Rows rows) {
		Map<String, Long> authors = new HashMap<>();
		query("select author, count(*) from %s where author like '" + rows.pattern() + "' group by 1",
				(row) -> authors.put(row.getString(1), row.getLong(2)));
		return authors;
	}

	/** Which rows of the run are archived. */
	Set<Long> rows(Rows rows) {
		return new HashSet<>(query(
				"select distinct cast(properties['replay-row'] as bigint) from %s where properties['replay-id'] = '"
						+ rows.run() + "'",
				(row) -> row.getLong(1)));
	}

	/** Row and hash of the body of each event of the run, by row. */
	List<String> bodies(Rows rows) {
		return query("select properties['replay-row'] || ' ' || md5(body::varchar) from %s where"
				+ " properties['replay-id'] = '" + rows.run() + "' order by cast(properties['replay-row'] as bigint)",
				(row) -> row.getString(1));
	}

	/** Events that are there more than once. */
	List<String> doubled() {
		return query(
				"select incarnation || '/' || partition_id || '/' || sequence_number from (select *,"
						+ " regexp_extract(filename, '(\\d+)-\\d+\\.parquet$', 1) as incarnation from %s)"
						+ " group by incarnation, partition_id, sequence_number having count(*) > 1",
				(row) -> row.getString(1));
	}

	/** Names of the files in place. */
	Set<String> files() {
		Path commits = this.fileSystem.resolve("commits");
		if (!Files.exists(commits)) {
			return Set.of();
		}
		try (Stream<Path> files = Files.walk(commits)) {
			Set<String> names = new TreeSet<>();
			files.filter((file) -> file.toString().endsWith(".parquet"))
				.forEach((file) -> names.add(this.fileSystem.relativize(file).toString().replace('\\', '/')));
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <T> List<T> query(String sql, Database.RowMapper<T> mapper) {
		if (files().isEmpty()) {
			return List.of();
		}
		String source = "read_parquet('%s/commits/**/*.parquet', filename = true, hive_partitioning = false)"
			.formatted(this.fileSystem.toString().replace('\\', '/').replace("'", "''"));
		try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
				Statement statement = duckdb.createStatement();
				ResultSet row = statement.executeQuery(sql.replace("%s", source))) {
			List<T> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(mapper.map(row));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

}
