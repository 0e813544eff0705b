package io.commitpipeline.admin.web;

import java.util.Map;
import java.util.Set;

/**
 * Which rows of a table to show, as the address says: {@code q} filters, {@code sort}
 * names a column, with a minus in front for the largest first, {@code page} counts from
 * 1.
 *
 * @param url the page's address
 * @param filter text that rows must contain, null for all
 * @param sort the column to sort by
 * @param descending whether the largest come first
 * @param page which page of rows
 * @param limit how many rows a page has
 */
public record Listing(PageUrl url, String filter, String sort, boolean descending, int page, int limit) {

	private static final int ROWS = 100;

	private static final int EXPORTED_ROWS = 100_000;

	private static final int LAST_PAGE = 10_000;

	/**
	 * Reads the address.
	 * @param url the page's address
	 * @param standard what to sort by where the address says nothing, or nonsense
	 * @param columns by which rows can be sorted
	 */
	public static Listing of(PageUrl url, String standard, Set<String> columns) {
		String asked = url.parameter("sort");
		String sort = (asked != null && columns.contains(column(asked))) ? asked : standard;
		return new Listing(url, url.parameter("q"), column(sort), sort.startsWith("-"), page(url.parameter("page")),
				ROWS);
	}

	private static String column(String sort) {
		return sort.startsWith("-") ? sort.substring(1) : sort;
	}

	private static int page(String asked) {
		return (asked != null && asked.matches("\\d{1,5}")) ? Math.max(1, Math.min(Integer.parseInt(asked), LAST_PAGE))
				: 1;
	}

	/**
	 * All rows instead of a page.
	 */
	public Listing export() {
		return new Listing(this.url, this.filter, this.sort, this.descending, 1, EXPORTED_ROWS);
	}

	public int offset() {
		return (this.page - 1) * this.limit;
	}

	/**
	 * The filter for {@code ilike}, in which it has no wildcards.
	 * @return the filter, null for all
	 */
	public String filterPattern() {
		return (this.filter != null) ? this.filter.replaceAll("([\\\\%_])", "\\\\$1") : null;
	}

	/**
	 * The order in SQL.
	 * @param expressions what each column is in SQL; never taken from the address
	 */
	public String orderBy(Map<String, String> expressions) {
		return expressions.get(this.sort) + (this.descending ? " desc nulls last" : "");
	}

	/**
	 * The page with another order: the largest numbers first, texts from A.
	 */
	public PageUrl sortedBy(Column<?> column) {
		boolean turn = column.key().equals(this.sort);
		boolean down = turn ? !this.descending : column.kind().isNumber();
		return this.url.with("sort", (down ? "-" : "") + column.key()).with("page", null);
	}

	/**
	 * What screen readers say of a column's order.
	 */
	public String order(Column<?> column) {
		if (!column.key().equals(this.sort)) {
			return null;
		}
		return this.descending ? "descending" : "ascending";
	}

	public PageUrl turnedTo(int page) {
		return this.url.with("page", (page > 1) ? page : null);
	}

}
