package io.commitpipeline.processor.hotpath;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/**
 * One column of the rows to write, sent as one array.
 */
record Column<R>(String name, String type, Function<R, Object> value) {

	Array array(Connection connection, Collection<R> rows) throws SQLException {
		return connection.createArrayOf(this.type, rows.stream().map(this.value).toArray());
	}

}
