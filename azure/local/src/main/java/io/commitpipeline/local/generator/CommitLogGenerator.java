package io.commitpipeline.local.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Generates a commit log: sorted by author and then by time, as the data set is, with a
 * few insiders among the authors. The same values give the same bytes.
 *
 * @param rows how many commits
 * @param seed of all chance
 * @param insiders how many authors hide something among their ordinary commits
 */
public record CommitLogGenerator(long rows, long seed, int insiders) {

	/**
	 * What a log has when nobody says otherwise.
	 */
	public static final int USUAL_INSIDERS = 3;

	/**
	 * Authors of a log.
	 */
	public static final int AUTHORS = 100;

	private static final String HEADER = "commit_id,author,time,file_path,lines_added,lines_deleted,entropy,message\n";

	private static final int CHUNK = 1 << 16;

	public CommitLogGenerator {
		if (rows < 0) {
			throw new IllegalArgumentException("The number of rows must not be negative");
		}
		if (insiders < 0 || insiders > AUTHORS) {
			throw new IllegalArgumentException("The number of insiders must be from 0 to " + AUTHORS);
		}
	}

	/**
	 * Names of the insiders.
	 * @return as they appear in the column {@code author}
	 */
	public List<String> insiderNames() {
		return IntStream.range(0, AUTHORS).filter(chosen()::contains).mapToObj(CommitLogGenerator::name).toList();
	}

	/**
	 * Writes the log, row by row.
	 * @param target where to; stays open
	 * @throws IOException if it cannot be written
	 */
	public void writeTo(OutputStream target) throws IOException {
		OutputStream out = new BufferedOutputStream(target, CHUNK);
		out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
		Dice dice = Dice.of(this.seed);
		long[] commits = commitsByAuthor(dice.split());
		List<Integer> insiders = chosen();
		RowWriter writer = new RowWriter(out);
		try {
			for (int i = 0; i < AUTHORS; i++) {
				Author author = new Author(name(i), insiders.contains(i), dice.split());
				author.commit(commits[i], writer.row(), writer::write);
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		out.flush();
	}

	private long[] commitsByAuthor(Dice dice) {
		return new Weighted(IntStream.range(0, AUTHORS).mapToDouble((i) -> dice.between(1, 4)).toArray())
			.share(this.rows);
	}

	private List<Integer> chosen() {
		Dice dice = Dice.of(~this.seed);
		return IntStream.generate(() -> dice.below(AUTHORS)).distinct().limit(this.insiders).boxed().toList();
	}

	private static String name(int author) {
		return "person_" + (author + 1);
	}

}
