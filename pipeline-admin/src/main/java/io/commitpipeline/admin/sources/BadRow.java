package io.commitpipeline.admin.sources;

/**
 * A row of a source that is no valid commit.
 *
 * @param line where it starts, from 1
 * @param field the column that is wrong, null if it is the row as a whole
 * @param reason what is wrong with it
 */
public record BadRow(long line, String field, String reason) {
}
