package io.commitpipeline.producer.commits;

/**
 * A row that is not a valid commit.
 *
 * @param line the line on which it starts, from 1
 * @param field the column at fault; null if it is the row as a whole
 * @param reason a sentence
 */
public record RejectedRow(long line, String field, String reason) {

}
