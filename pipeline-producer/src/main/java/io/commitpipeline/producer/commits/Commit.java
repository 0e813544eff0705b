package io.commitpipeline.producer.commits;

import java.math.BigDecimal;

/**
 * One valid commit.
 *
 * @param commitId its identifier, which may repeat
 * @param author who made it; the partition key
 * @param time minutes since the start of the data set's month
 * @param filePath the file it changed
 * @param linesAdded lines added
 * @param linesDeleted lines deleted
 * @param entropy how unusual the change is
 * @param message any text
 */
public record Commit(String commitId, String author, int time, String filePath, int linesAdded, int linesDeleted,
		BigDecimal entropy, String message) {

}
