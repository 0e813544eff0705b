package io.commitpipeline.producer.commits;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts lines together to rows: a quoted field may hold line breaks.
 */
class RawRows {

	private final Lines lines;

	private final Deque<Line> given = new ArrayDeque<>();

	RawRows(Lines lines) {
		this.lines = lines;
	}

	/** The next row, or null at the end; blank lines are none. */
	RawRow next() throws IOException {
		Line first = nextLine();
		while (first != null && first.isBlank()) {
			first = nextLine();
		}
		return (first != null) ? startingWith(first) : null;
	}

	private RawRow startingWith(Line first) throws IOException {
		List<Line> row = new ArrayList<>(List.of(first));
		Quotes quotes = new Quotes();
		int size = first.bytes().length;
		boolean open = quotes.openAfter(first.bytes());
		while (open && size < Lines.LONGEST) {
			Line more = nextLine();
			if (more == null) {
				break;
			}
			row.add(more);
			size += more.bytes().length;
			open = quotes.openAfter(more.bytes());
		}
		return new RawRow(row, !open);
	}

	/**
	 * Gives back all lines but the first of a row: it is broken, and what its quote has
	 * swallowed may be sound.
	 */
	void giveBackAllButTheFirst(RawRow row) {
		List<Line> lines = row.lines();
		for (int i = lines.size() - 1; i > 0; i--) {
			this.given.addFirst(lines.get(i));
		}
	}

	private Line nextLine() throws IOException {
		return this.given.isEmpty() ? this.lines.next() : this.given.removeFirst();
	}

}
