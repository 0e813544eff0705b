package io.commitpipeline.processor.hotpath;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of sums, keyed by run, partition and what it counts by. All of a batch's rows
 * go there in one statement.
 */
class MetricTable<K, V> {

	private final List<Column<Map.Entry<K, V>>> columns = new ArrayList<>();

	private final String sql;

	/**
	 * @param keys columns that tell rows apart
	 * @param values columns that are added up, or combined otherwise
	 */
	MetricTable(String name, List<Column<K>> keys, List<Value<V>> values) {
		keys.forEach((key) -> this.columns
			.add(new Column<>(key.name(), key.type(), (row) -> key.value().apply(row.getKey()))));
		values.forEach((value) -> this.columns.add(new Column<>(value.column().name(), value.column().type(),
				(row) -> value.column().value().apply(row.getValue()))));
		this.sql = "insert into %s as t (run_id, partition_id, %s) select ?, ?, * from unnest(%s) ".formatted(name,
				join(this.columns, Column::name), join(this.columns, (column) -> "?::" + column.type() + "[]"))
				+ "on conflict (run_id, partition_id, %s) do update set %s".formatted(join(keys, Column::name),
						join(values, Value::assignment));
	}

	void add(JdbcTemplate jdbc, UUID run, int partition, Map<K, V> rows) {
		jdbc.update(this.sql, (statement) -> bind(statement, run, partition, rows.entrySet()));
	}

	private void bind(PreparedStatement statement, UUID run, int partition, Collection<Map.Entry<K, V>> rows)
			throws SQLException {
		Connection connection = statement.getConnection();
		int index = 1;
		statement.setObject(index++, run);
		statement.setInt(index++, partition);
		for (Column<Map.Entry<K, V>> column : this.columns) {
			statement.setArray(index++, column.array(connection, rows));
		}
	}

	private static <T> String join(List<T> parts, Function<T, String> text) {
		return parts.stream().map(text).collect(Collectors.joining(", "));
	}

	/**
	 * A column that is combined with what is there already.
	 */
	record Value<V>(Column<V> column, BinaryOperator<String> combination) {

		static <V> Value<V> sum(Column<V> column) {
			return new Value<>(column, "%s + %s"::formatted);
		}

		static <V> Value<V> max(Column<V> column) {
			return new Value<>(column, "greatest(%s, %s)"::formatted);
		}

		String assignment() {
			String name = this.column.name();
			return name + " = " + this.combination.apply("t." + name, "excluded." + name);
		}

	}

}
