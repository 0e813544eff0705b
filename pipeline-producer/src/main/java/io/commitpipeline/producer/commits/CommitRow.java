package io.commitpipeline.producer.commits;

/**
 * A commit and where its log has it.
 *
 * @param line the line on which the row starts, from 1
 * @param commit the commit
 */
public record CommitRow(long line, Commit commit) {

}
