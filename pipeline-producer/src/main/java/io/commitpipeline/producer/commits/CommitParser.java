package io.commitpipeline.producer.commits;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a commit of the fields of a row.
 */
class CommitParser {

	/** The entropy is carried in ten-thousandths, in 64 bits. */
	private static final BigDecimal MOST_ENTROPY = BigDecimal.valueOf(Long.MAX_VALUE, 4);

	private static final Pattern WHOLE = Pattern.compile("([0-9]{1,64})(\\.0{1,64})?");

	private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

	private static final int LONGEST_NUMBER = 128;

	Commit parse(List<String> fields) throws InvalidRowException {
		if (fields.size() != Column.values().length) {
			throw new InvalidRowException(null,
					"expected " + Column.values().length + " columns, found " + fields.size());
		}
		return new Commit(name(fields, Column.COMMIT_ID), name(fields, Column.AUTHOR), count(fields, Column.TIME),
				name(fields, Column.FILE_PATH), count(fields, Column.LINES_ADDED), count(fields, Column.LINES_DELETED),
				entropy(fields), fields.get(Column.MESSAGE.ordinal()));
	}

	private String name(List<String> fields, Column column) throws InvalidRowException {
		String text = fields.get(column.ordinal());
		if (text.isEmpty()) {
			throw new InvalidRowException(column, "is empty");
		}
		if (text.indexOf('\0') >= 0) {
			throw new InvalidRowException(column, "contains a NUL character");
		}
		return text;
	}

	private int count(List<String> fields, Column column) throws InvalidRowException {
		String text = fields.get(column.ordinal());
		var matcher = WHOLE.matcher(text);
		if (matcher.matches()) {
			BigDecimal number = new BigDecimal(matcher.group(1));
			if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
				return number.intValueExact();
			}
		}
		throw new InvalidRowException(column,
				"expected a whole number from 0 to " + Integer.MAX_VALUE + ", found " + Excerpt.of(text));
	}

	private BigDecimal entropy(List<String> fields) throws InvalidRowException {
		String text = fields.get(Column.ENTROPY.ordinal());
		if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
			BigDecimal number = new BigDecimal(text);
			if (number.signum() >= 0 && number.compareTo(MOST_ENTROPY) <= 0) {
				return number;
			}
		}
		throw new InvalidRowException(Column.ENTROPY,
				"expected a number from 0 to " + MOST_ENTROPY + ", found " + Excerpt.of(text));
	}

}
