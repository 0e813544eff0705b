package io.commitpipeline.producer.commits;

/**
 * Why a row is not a valid commit.
 */
class InvalidRowException extends Exception {

	private final transient Column column;

	InvalidRowException(Column column, String reason) {
		super(reason, null, false, false);
		this.column = column;
	}

	RejectedRow at(long line) {
		return new RejectedRow(line, (this.column != null) ? this.column.header() : null, getMessage());
	}

}
