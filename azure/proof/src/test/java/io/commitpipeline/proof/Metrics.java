package io.commitpipeline.proof;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metric tables in PostgreSQL, read while the pipeline's database is up.
 */
record Metrics(String url, String user, String password) {

	static Metrics of(Map<String, String> settings) {
		return new Metrics(settings.get("POSTGRES_URL"), settings.get("POSTGRES_USER"),
				settings.get("POSTGRES_PASSWORD"));
	}

	Map<String, Totals> byAuthor() {
		return totals("author", "commits_by_author_hour");
	}

	Map<String, Totals> byComponent() {
		return totals("component", "commits_by_component_hour");
	}

	/**
	 * Commits in each metric table, whatever tables there are.
	 */
	Map<String, Long> commitsByTable() {
		Map<String, Long> commits = new LinkedHashMap<>();
		query("select c.table_name from information_schema.columns c join information_schema.tables t"
				+ " using (table_schema, table_name) where c.table_schema = 'public' and c.column_name = 'commits'"
				+ " and t.table_type = 'BASE TABLE' order by 1", (row) -> commits.put(row.getString(1), 0L));
		commits.replaceAll((table, none) -> sum(table));
		return commits;
	}

	/**
	 * Lines of the source that were rejected, with field and reason.
	 */
	Map<Long, String> rejectedRows() {
		Map<Long, String> rejected = new TreeMap<>();
		query("select line, coalesce(field || ': ', '') || reason from rejected_rows",
				(row) -> rejected.put(row.getLong(1), row.getString(2)));
		return rejected;
	}

	private long sum(String table) {
		Map<String, Long> sum = new LinkedHashMap<>();
		query("select sum(commits) from " + table, (row) -> sum.put(table, row.getLong(1)));
		return sum.get(table);
	}

	private Map<String, Totals> totals(String key, String table) {
		Map<String, Totals> totals = new TreeMap<>();
		query("select %s, sum(commits), sum(lines_added), sum(lines_deleted), sum(entropy_sum), sum(entropy_squares),"
			.formatted(key) + " max(entropy_max) from %s group by 1".formatted(table),
				(row) -> totals.put(row.getString(1), new Totals(row.getLong(2), row.getLong(3), row.getLong(4),
						plain(row.getBigDecimal(5)), plain(row.getBigDecimal(6)), row.getLong(7))));
		return totals;
	}

	private static BigDecimal plain(BigDecimal value) {
		return value.setScale(0);
	}

	private void query(String sql, RowConsumer consumer) {
		try (Connection connection = DriverManager.getConnection(this.url, this.user, this.password);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				consumer.accept(row);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface RowConsumer {

		void accept(ResultSet row) throws SQLException;

	}

}
