package io.commitpipeline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A commit log read in the plainest way: the oracle that the pipeline's results are held
 * against.
 */
final class CommitLog {

	private final List<NamedCsvRecord> rows;

	private CommitLog(List<NamedCsvRecord> rows) {
		this.rows = rows;
	}

	static CommitLog read(Path csv) {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
			return new CommitLog(reader.stream().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long size() {
		return this.rows.size();
	}

	Map<String, Totals> byAuthor() {
		return totals((row) -> row.getField("author"));
	}

	Map<String, Totals> byComponent() {
		return totals((row) -> component(row.getField("file_path")));
	}

	List<Commit> commits() {
		return this.rows.stream().map(Commit::of).sorted().toList();
	}

	private Map<String, Totals> totals(Function<NamedCsvRecord, String> key) {
		Map<String, Totals> totals = new TreeMap<>();
		this.rows.forEach((row) -> totals.merge(key.apply(row), totals(row), Totals::plus));
		return totals;
	}

	private static Totals totals(NamedCsvRecord row) {
		BigDecimal entropy = new BigDecimal(row.getField("entropy")).movePointRight(4).setScale(0);
		return new Totals(1, Long.parseLong(row.getField("lines_added")), Long.parseLong(row.getField("lines_deleted")),
				entropy, entropy.multiply(entropy), entropy.longValueExact());
	}

	private static String component(String path) {
		List<String> segments = Arrays.stream(path.split("/")).filter((segment) -> !segment.isEmpty()).toList();
		return String.join("/", segments.subList(0, Math.min(2, segments.size())));
	}

	/**
	 * One commit, all of it, in a form that compares.
	 */
	record Commit(String id, String author, int time, String path, int linesAdded, int linesDeleted, double entropy,
			String message) implements Comparable<Commit> {

		private static Commit of(NamedCsvRecord row) {
			return new Commit(row.getField("commit_id"), row.getField("author"), Integer.parseInt(row.getField("time")),
					row.getField("file_path"), Integer.parseInt(row.getField("lines_added")),
					Integer.parseInt(row.getField("lines_deleted")), Double.parseDouble(row.getField("entropy")),
					row.getField("message"));
		}

		@Override
		public int compareTo(Commit other) {
			return toString().compareTo(other.toString());
		}

	}

}
