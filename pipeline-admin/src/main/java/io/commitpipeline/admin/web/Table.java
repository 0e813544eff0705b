package io.commitpipeline.admin.web;

import java.util.List;

/**
 * A table: one description for the page and for its CSV.
 *
 * @param <T> what a row is made of
 * @param caption what it shows, for those who do not see it
 * @param columns its columns, the first of which names the row
 * @param rows the rows to show
 * @param listing which rows these are, null for a table that shows all it has
 * @param total how many rows there are in all
 * @param empty what to say, and to do, when there is none
 */
public record Table<T>(String caption, List<Column<T>> columns, List<T> rows, Listing listing, long total,
		String empty) {

	/**
	 * A table that shows a part of its rows.
	 */
	public static <T> Table<T> of(String caption, List<Column<T>> columns, List<T> rows, Listing listing, long total) {
		return new Table<>(caption, columns, rows, listing, total, "Nothing yet.");
	}

	/**
	 * A table that shows all its rows.
	 */
	public static <T> Table<T> of(String caption, List<Column<T>> columns, List<T> rows) {
		return of(caption, columns, rows, null, rows.size());
	}

	public Table<T> whenEmpty(String sentence) {
		return new Table<>(this.caption, this.columns, this.rows, this.listing, this.total, sentence);
	}

	/**
	 * What to say when there is no row.
	 */
	public String nothing() {
		boolean filtered = this.listing != null && this.listing.filter() != null;
		return filtered ? "Nothing matches “" + this.listing.filter() + "”." : this.empty;
	}

	public boolean isPaged() {
		return this.listing != null && this.total > this.listing.limit();
	}

	public int pages() {
		return (int) Math.max(1, (this.total + this.listing.limit() - 1) / this.listing.limit());
	}

}
