package io.commitpipeline.producer.commits;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The lines that make one row.
 *
 * @param lines its lines, at least one
 * @param closed whether every quoted field in it is closed
 */
record RawRow(List<Line> lines, boolean closed) {

	long line() {
		return this.lines.get(0).number();
	}

	boolean cut() {
		return this.lines.stream().anyMatch(Line::cut);
	}

	byte[] bytes() {
		if (this.lines.size() == 1) {
			return this.lines.get(0).bytes();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.lines.forEach((line) -> bytes.writeBytes(line.bytes()));
		return bytes.toByteArray();
	}

}
