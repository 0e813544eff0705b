package io.commitpipeline.producer.replays;

import io.commitpipeline.producer.commits.RejectedRow;

/**
 * A row that is not sent, and why.
 *
 * @param line where it starts in the source
 * @param row its number in the run; null if it is not a valid commit
 * @param field the column at fault; null if it is the row as a whole
 * @param reason a sentence
 */
record Rejection(long line, Long row, String field, String reason) {

	static Rejection of(RejectedRow rejected) {
		return new Rejection(rejected.line(), null, rejected.field(), rejected.reason());
	}

}
