package io.commitpipeline.local.datalake.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.commitpipeline.local.datalake.store.Listing;

/**
 * How a list is cut into pages.
 *
 * @param after the mark at which the page before ended, or empty
 * @param limit how many entries a page may have
 */
public record Paging(String after, int limit) {

	private static final int LARGEST_PAGE = 5000;

	/**
	 * What a request asks for.
	 * @param exchange the request
	 * @param mark the parameter with the mark
	 * @param limit the parameter with the limit
	 * @return the page to make
	 */
	public static Paging of(Exchange exchange, String mark, String limit) {
		return new Paging(exchange.query(mark).map(Paging::decode).orElse(""),
				exchange.query(limit).map(Paging::limit).orElse(LARGEST_PAGE));
	}

	private static String decode(String mark) {
		try {
			return new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw ServiceError.INVALID_QUERY.exception();
		}
	}

	private static int limit(String text) {
		try {
			int limit = Integer.parseInt(text);
			if (limit > 0) {
				return Math.min(limit, LARGEST_PAGE);
			}
		}
		catch (NumberFormatException ex) {
			throw ServiceError.INVALID_QUERY.exception();
		}
		throw ServiceError.INVALID_QUERY.exception();
	}

	/**
	 * Cuts a page out of a list of names.
	 * @param names all of them, in order
	 * @return those of the page
	 */
	public List<String> cut(List<String> names) {
		return names.stream().filter((each) -> each.compareTo(this.after) > 0).limit(this.limit).toList();
	}

	/**
	 * The mark to go on from behind a page that was cut out.
	 * @param names all names
	 * @param page those of the page
	 * @return the mark, empty at the end
	 */
	public static String next(List<String> names, List<String> page) {
		boolean end = page.isEmpty() || page.get(page.size() - 1).equals(names.get(names.size() - 1));
		return end ? "" : encode(page.get(page.size() - 1));
	}

	/**
	 * The mark to go on from, as clients send it back.
	 * @param page the page
	 * @return the mark, empty at the end
	 */
	public static String next(Listing.Page page) {
		return encode(page.next());
	}

	private static String encode(String mark) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(mark.getBytes(StandardCharsets.UTF_8));
	}

}
