package io.commitpipeline.producer.commits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a commit log: RFC 4180, UTF-8, with or without a byte-order mark.
 */
public final class CommitLog {

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final RawRows rows;

	private final RowReader reader = new RowReader();

	private final CommitParser parser = new CommitParser();

	private CommitLog(InputStream in) {
		this.rows = new RawRows(new Lines(in));
	}

	/**
	 * Tells the listener of every row, in the order of the file.
	 * @param in the file's bytes
	 * @param listener takes commits and rejected rows
	 * @throws IOException if the bytes cannot be read
	 * @throws WrongHeaderException if this is no commit log
	 */
	public static void read(InputStream in, CommitLogListener listener) throws IOException {
		CommitLog log = new CommitLog(in);
		log.requireHeader();
		log.readRows(listener);
	}

	private void requireHeader() throws IOException {
		RawRow header = this.rows.next();
		if (header == null) {
			throw new WrongHeaderException("nothing: the file is empty");
		}
		RawRow unmarked = withoutByteOrderMark(header);
		if (!Column.names().equals(fieldsOrNone(unmarked))) {
			throw new WrongHeaderException(Excerpt.of(new String(unmarked.bytes(), StandardCharsets.UTF_8).strip()));
		}
	}

	private List<String> fieldsOrNone(RawRow row) throws IOException {
		try {
			return this.reader.fields(row);
		}
		catch (InvalidRowException ex) {
			return List.of();
		}
	}

	private void readRows(CommitLogListener listener) throws IOException {
		for (RawRow row = this.rows.next(); row != null; row = this.rows.next()) {
			readRow(row, listener);
		}
	}

	private void readRow(RawRow row, CommitLogListener listener) throws IOException {
		Commit commit;
		try {
			commit = this.parser.parse(this.reader.fields(row));
		}
		catch (BrokenQuoteException ex) {
			this.rows.giveBackAllButTheFirst(row);
			listener.rejected(ex.at(row.line()));
			return;
		}
		catch (InvalidRowException ex) {
			listener.rejected(ex.at(row.line()));
			return;
		}
		listener.commit(new CommitRow(row.line(), commit));
	}

	private static RawRow withoutByteOrderMark(RawRow row) {
		byte[] bytes = row.bytes();
		int mark = BYTE_ORDER_MARK.length;
		if (bytes.length < mark || !Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
			return row;
		}
		Line line = new Line(row.line(), Arrays.copyOfRange(bytes, mark, bytes.length), row.cut());
		return new RawRow(List.of(line), row.closed());
	}

}
