package io.commitpipeline.producer.replays;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

import io.commitpipeline.producer.ordering.RowOrder;
import io.commitpipeline.producer.pacing.Tempo;

/**
 * How replays stand in their table.
 */
final class ReplayRows {

	/** The columns that a control is made of. */
	static final String CONTROL = "command, rate, speed_up, loop, jump_id, jump_row, jump_time, coalesce(step_to, 0) as step_to";

	/** The columns that a replay is made of. */
	static final String REPLAY = "id, source, row_order, from_row, from_time, to_row, to_time, " + CONTROL;

	private ReplayRows() {
	}

	static Replay replay(ResultSet row, int number) throws SQLException {
		return new Replay(row.getObject("id", UUID.class), row.getString("source"),
				RowOrder.valueOf(row.getString("row_order").toUpperCase(Locale.ROOT)), position(row, "from"),
				position(row, "to"), control(row, number));
	}

	static Control control(ResultSet row, int number) throws SQLException {
		return new Control(Wish.of(row.getString("command")),
				new Tempo(row.getObject("rate", Integer.class), row.getObject("speed_up", Integer.class)),
				row.getBoolean("loop"), new Jump(row.getObject("jump_id", UUID.class), position(row, "jump")),
				row.getLong("step_to"));
	}

	private static Position position(ResultSet row, String name) throws SQLException {
		return new Position(row.getObject(name + "_row", Long.class), row.getObject(name + "_time", Integer.class));
	}

}
