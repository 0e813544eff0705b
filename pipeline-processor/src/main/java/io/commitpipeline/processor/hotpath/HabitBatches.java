package io.commitpipeline.processor.hotpath;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.commitpipeline.processor.hotpath.RunTotals.Habit;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the authors of a batch write and touch, commit by commit in one row: there are too
 * many habits to add each to its total here. That is done later, of many batches at once.
 */
class HabitBatches {

	private static final List<Column<Habit>> COLUMNS = List.of(new Column<>("authors", "text", Habit::author),
			new Column<>("messages", "text", Habit::message), new Column<>("components", "text", Habit::component));

	void add(JdbcTemplate jdbc, UUID run, int partition, List<Habit> habits) {
		jdbc.update("""
				insert into author_habit_batches (run_id, partition_id, authors, messages, components)
				values (?, ?, ?, ?, ?)""", (statement) -> bind(statement, run, partition, habits));
	}

	private static void bind(PreparedStatement statement, UUID run, int partition, List<Habit> habits)
			throws SQLException {
		Connection connection = statement.getConnection();
		int index = 1;
		statement.setObject(index++, run);
		statement.setInt(index++, partition);
		for (Column<Habit> column : COLUMNS) {
			statement.setArray(index++, column.array(connection, habits));
		}
	}

}
