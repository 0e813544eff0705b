package io.commitpipeline.producer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commit logs for tests: sorted by author, so that the order of time is another one.
 */
public final class CommitLogs {

	public static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	private static final String ROW = "c_%1$d,person_%2$d,%3$d,/services/billing/f_%1$d.py,%4$d,%5$d,0.%1$04d,change %1$d in client\n";

	private static final String BODY = "{\"commit_id\":\"c_%1$d\",\"author\":\"person_%2$d\",\"time\":%3$d,"
			+ "\"file_path\":\"/services/billing/f_%1$d.py\",\"lines_added\":%4$d,\"lines_deleted\":%5$d,"
			+ "\"entropy\":0.%1$04d,\"message\":\"change %1$d in client\",\"ingest_timestamp\":";

	private CommitLogs() {
	}

	/**
	 * A log.
	 * @param rows up to 10,000
	 */
	public static String of(int rows) {
		return IntStream.range(0, rows).mapToObj((i) -> format(ROW, i)).collect(Collectors.joining("", HEADER, ""));
	}

	/** The events of such a log up to their ingest time, in the order of time. */
	static List<String> bodiesInOrderOfTime(int rows) {
		return IntStream.range(0, rows)
			.boxed()
			.sorted(Comparator.comparingInt(CommitLogs::time))
			.map((i) -> format(BODY, i))
			.toList();
	}

	private static String format(String template, int i) {
		return template.formatted(i, i / 10, time(i), i % 50, i % 20);
	}

	private static int time(int i) {
		return (i % 10) * 100 + i / 1000;
	}

}
