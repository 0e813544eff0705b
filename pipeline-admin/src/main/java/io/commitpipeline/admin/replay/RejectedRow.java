package io.commitpipeline.admin.replay;

/**
 * A row of a source that could not be sent.
 *
 * @param line where it starts in the source, from 1
 * @param field the field that is wrong, if one is
 * @param reason what is wrong with it
 */
public record RejectedRow(long line, String field, String reason) {
}
