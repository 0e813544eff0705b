package io.commitpipeline.producer.commits;

/**
 * The file is no commit log: its first line names other columns.
 */
public class WrongHeaderException extends RuntimeException {

	WrongHeaderException(String found) {
		super("The first line is not the header of a commit log: expected " + String.join(",", Column.names())
				+ ", found " + found);
	}

}
