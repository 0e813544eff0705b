package io.commitpipeline.producer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commit logs for tests: sorted by author, so that the order of time is another one.
 */
public final class CommitLogs {

	public static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	private CommitLogs() {
	}

	public static String of(int rows) {
		return HEADER + IntStream.range(0, rows).mapToObj(CommitLogs::row).collect(Collectors.joining());
	}

	private static String row(int i) {
		return "c_%d,person_%d,%d,/services/billing/f_%d.py,%d,%d,0.%04d,change %d in client\n".formatted(i, i / 10,
				time(i), i, i % 50, i % 20, i % 10_000, i);
	}

	static int time(int i) {
		return (i % 10) * 100 + i / 1000;
	}

}
