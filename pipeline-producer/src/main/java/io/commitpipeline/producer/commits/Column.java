package io.commitpipeline.producer.commits;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns of a commit log, in their order.
 */
enum Column {

	COMMIT_ID, AUTHOR, TIME, FILE_PATH, LINES_ADDED, LINES_DELETED, ENTROPY, MESSAGE;

	private static final List<String> NAMES = Arrays.stream(values()).map(Column::header).toList();

	static List<String> names() {
		return NAMES;
	}

	String header() {
		return name().toLowerCase(Locale.ROOT);
	}

}
