package io.commitpipeline.processor.events;

/**
 * A valid commit.
 *
 * @param time the commit's own clock: minutes since the start of the data set's month
 * @param entropy in ten-thousandths, so that sums are exact and independent of order
 * @param ingestTimestamp epoch seconds with a fraction, null where the event has none
 */
public record Commit(String commitId, String author, int time, String filePath, int linesAdded, int linesDeleted,
		long entropy, String message, Double ingestTimestamp) {

	/**
	 * How many decimals of the entropy are kept.
	 */
	public static final int ENTROPY_SCALE = 4;

	/**
	 * The first two segments of the file path, as in {@code services/billing}; a path of
	 * one segment is its own component.
	 */
	public String component() {
		int start = this.filePath.startsWith("/") ? 1 : 0;
		int first = this.filePath.indexOf('/', start);
		int second = (first < 0) ? -1 : this.filePath.indexOf('/', first + 1);
		return (second < 0) ? this.filePath.substring(start) : this.filePath.substring(start, second);
	}

	/**
	 * Hours since the start of the data set's month.
	 */
	public int hour() {
		return this.time / 60;
	}

}
