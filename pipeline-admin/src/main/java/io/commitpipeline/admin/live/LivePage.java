package io.commitpipeline.admin.live;

import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.web.PageUrl;

/**
 * A page that follows what happens: its regions are read once a tick for all who watch
 * it, and sent to them when they have changed.
 */
public interface LivePage {

	/**
	 * Its name in {@code /live/…}.
	 */
	String name();

	/**
	 * The template that holds its regions as fragments.
	 */
	String template();

	/**
	 * Its regions; the page takes each by {@code sse-swap}.
	 */
	List<String> regions();

	/**
	 * The part of the address that the regions depend on: one of few, however many
	 * addresses there are.
	 */
	default String variant(PageUrl url) {
		return "";
	}

	/**
	 * Reads what the regions show.
	 * @param variant as {@link #variant} said
	 * @return the fragments' model
	 */
	Map<String, Object> read(String variant);

}
