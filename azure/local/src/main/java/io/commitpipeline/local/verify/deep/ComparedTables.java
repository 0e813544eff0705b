package io.commitpipeline.local.verify.deep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The tables as the processor wrote them, all in one shape.
 */
record ComparedTables(DataSource dataSource) {

	static final String MINUTE = "commits_by_minute";

	static final String AUTHOR_HOUR = "commits_by_author_hour";

	static final String COMPONENT_HOUR = "commits_by_component_hour";

	static final String AUTHOR_ENTROPY = "commits_by_author_entropy";

	static final String HABITS = "habits";

	static final String OUTCOMES = "event_outcomes";

	private static final String SUMS = "array[commits, lines_added, lines_deleted, entropy_sum, entropy_squares, entropy_max]";

	private static final Map<String, String> COLUMNS = Map.of(MINUTE,
			"'', extract(epoch from minute)::bigint / 60, " + SUMS, AUTHOR_HOUR, "author, commit_hour, " + SUMS,
			COMPONENT_HOUR, "component, commit_hour, " + SUMS, AUTHOR_ENTROPY,
			"author, bucket, array[commits::numeric]", OUTCOMES,
			"'', incarnation, array[counted, duplicates, quarantined]::numeric[]");

	Map<RowKey, List<BigInteger>> rows() throws SQLException {
		Map<RowKey, List<BigInteger>> rows = new HashMap<>();
		for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
			read(table.getKey(), table.getValue(), table.getKey(), rows);
		}
		read(OUTCOMES, COLUMNS.get(OUTCOMES),
				"(select '" + FoldedRuns.ALL + "'::uuid as run_id, * from folded_outcomes) folded", rows);
		readHabits(rows);
		return rows;
	}

	FoldedRuns foldedRuns() throws SQLException {
		Set<UUID> runs = new HashSet<>();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select id from runs where folded")) {
			while (row.next()) {
				runs.add(row.getObject(1, UUID.class));
			}
		}
		return new FoldedRuns(runs);
	}

	Map<UUID, Long> rowsOfRuns() throws SQLException {
		Map<UUID, Long> rows = new HashMap<>();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select id, total_rows from runs")) {
			while (row.next()) {
				rows.put(row.getObject(1, UUID.class), row.getLong(2));
			}
		}
		return rows;
	}

	/**
	 * Events that are not counted whatever they hold: discarded, or refused by the
	 * database.
	 */
	Set<EventKey> quarantinedForGood() throws SQLException {
		Set<EventKey> events = new HashSet<>();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("""
						select partition_id, incarnation, sequence_number from discarded_events
						union
						select partition_id, incarnation, sequence_number from quarantined_events
						where quarantine_group(reason) = 'The database cannot store it'""")) {
			while (row.next()) {
				events.add(new EventKey(row.getInt(1), row.getInt(2), row.getLong(3)));
			}
		}
		return events;
	}

	/**
	 * What retention has deleted, in commits or events. Of a run whose commits by author
	 * are deleted the habits are, too.
	 */
	Map<RowKey, Long> deleted() throws SQLException {
		Map<RowKey, Long> deleted = new HashMap<>();
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("select metric, run_id, partition_id, counted from deleted_totals")) {
			while (row.next()) {
				UUID run = row.getObject(2, UUID.class);
				deleted.put(new RowKey(row.getString(1), run, row.getInt(3), "", RowKey.WHOLE), row.getLong(4));
				if (row.getString(1).equals(AUTHOR_HOUR)) {
					deleted.put(new RowKey(HABITS, run, RowKey.ALL_PARTITIONS, "", RowKey.WHOLE), 0L);
				}
			}
		}
		return deleted;
	}

	private void readHabits(Map<RowKey, List<BigInteger>> rows) throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select run_id, author, kind, habit, uses from habits")) {
			while (row.next()) {
				rows.put(Habits.key(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)),
						List.of(BigInteger.valueOf(row.getLong(5))));
			}
		}
	}

	private void read(String table, String columns, String source, Map<RowKey, List<BigInteger>> rows)
			throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select run_id, partition_id, " + columns + " from " + source)) {
			while (row.next()) {
				BigDecimal[] values = (BigDecimal[]) row.getArray(5).getArray();
				rows.put(new RowKey(table, row.getObject(1, UUID.class), row.getInt(2), row.getString(3),
						row.getLong(4)), Arrays.stream(values).map(BigDecimal::toBigIntegerExact).toList());
			}
		}
	}

}
