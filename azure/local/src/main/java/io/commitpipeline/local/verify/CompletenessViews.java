package io.commitpipeline.local.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * The views that prove that nothing is lost, and the tables they must agree with.
 */
public record CompletenessViews(DataSource dataSource) {

	private static final String RUNS = """
			select format('run %s of %s: sent %s, counted %s, quarantined %s, missing %s',
				run_id, source, sent, counted, quarantined, missing)
			from run_completeness where missing <> 0 order by started_at""";

	private static final String PARTITIONS = """
			select format('partition %s, incarnation %s: received %s, counted %s, duplicates %s, quarantined %s, archived %s',
				partition_id, incarnation, received, counted, duplicates, quarantined, archived)
			from partition_completeness
			where received <> counted + duplicates + quarantined or received <> archived
			order by incarnation, partition_id""";

	private static final String GAPS = """
			select format('partition %s, incarnation %s, %s path: events %s to %s were never read: %s',
				partition_id, incarnation, path, first_missing, last_missing, reason)
			from sequence_gaps order by incarnation, partition_id, first_missing""";

	/**
	 * Reads the summary.
	 * @return what the view says now
	 * @throws SQLException if the database does not answer
	 */
	public Completeness summary() throws SQLException {
		return query("select * from completeness",
				(row) -> new Completeness(row.getLong("sent"), row.getLong("rejected"), row.getLong("received"),
						row.getLong("counted"), row.getLong("duplicates"), row.getLong("quarantined"),
						row.getLong("archived"), row.getLong("files"), row.getLong("gaps"), row.getLong("missing"),
						row.getBoolean("complete")))
			.get(0);
	}

	/**
	 * Says for each run, partition and gap what is missing there.
	 * @return a sentence for each; none if nothing is missing
	 * @throws SQLException if the database does not answer
	 */
	public List<String> differences() throws SQLException {
		List<String> differences = new ArrayList<>();
		for (String sql : List.of(RUNS, PARTITIONS, GAPS)) {
			differences.addAll(query(sql, (row) -> row.getString(1)));
		}
		return differences;
	}

	/**
	 * Commits in every metric table, and those that retention deleted from it. A table is
	 * one by having a column of that name.
	 * @return sums by table
	 * @throws SQLException if the database does not answer
	 */
	Map<String, Long> commitsByTable() throws SQLException {
		Map<String, Long> commits = new LinkedHashMap<>();
		for (String table : query("""
				select c.table_name from information_schema.columns c
				join information_schema.tables t using (table_schema, table_name)
				where c.table_schema = 'public' and c.column_name = 'commits' and t.table_type = 'BASE TABLE'
				order by 1""", (row) -> row.getString(1))) {
			commits.put(table, number("select coalesce(sum(commits), 0)::bigint from " + table) + deleted(table));
		}
		return commits;
	}

	/**
	 * Events in quarantine, and those that retention deleted from it.
	 * @return their number
	 * @throws SQLException if the database does not answer
	 */
	long quarantined() throws SQLException {
		return number("select count(*) from quarantined_events") + deleted("quarantined_events");
	}

	private long deleted(String table) throws SQLException {
		return number("select coalesce(sum(counted), 0)::bigint from deleted_totals where metric = '" + table + "'");
	}

	private long number(String sql) throws SQLException {
		return query(sql, (row) -> row.getLong(1)).get(0);
	}

	private <T> List<T> query(String sql, RowMapper<T> mapper) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			List<T> rows = new ArrayList<>();
			while (row.next()) {
				rows.add(mapper.map(row));
			}
			return rows;
		}
	}

	private interface RowMapper<T> {

		T map(ResultSet row) throws SQLException;

	}

}
