package io.commitpipeline.admin.rows;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Makes a record of each row of one query: for tables, whose rows are many. Spring's own
 * mapper looks every column up in every row, by an exception for each of two words.
 *
 * @param <T> the record
 */
public final class Rows<T extends Record> implements RowMapper<T> {

	private final RecordComponent[] components;

	private final Constructor<T> constructor;

	private int[] columns;

	private Rows(Class<T> type) {
		this.components = type.getRecordComponents();
		this.constructor = BeanUtils.getResolvableConstructor(type);
	}

	/**
	 * A mapper for one query.
	 * @param type the record; its components are named as the columns, without
	 * underscores
	 */
	public static <T extends Record> Rows<T> of(Class<T> type) {
		return new Rows<>(type);
	}

	@Override
	public T mapRow(ResultSet row, int number) throws SQLException {
		if (this.columns == null) {
			this.columns = columns(row);
		}
		Object[] values = new Object[this.columns.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = value(row, this.columns[i], this.components[i].getType());
		}
		return BeanUtils.instantiateClass(this.constructor, values);
	}

	private int[] columns(ResultSet row) throws SQLException {
		int[] columns = new int[this.components.length];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = row.findColumn(JdbcUtils.convertPropertyNameToUnderscoreName(this.components[i].getName()));
		}
		return columns;
	}

	private static Object value(ResultSet row, int column, Class<?> type) throws SQLException {
		if (type == Instant.class) {
			OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
			return (time != null) ? time.toInstant() : null;
		}
		return (type == UUID.class) ? row.getObject(column, UUID.class)
				: JdbcUtils.getResultSetValue(row, column, type);
	}

}
