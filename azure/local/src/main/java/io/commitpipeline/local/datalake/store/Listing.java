package io.commitpipeline.local.datalake.store;

import java.util.List;

/**
 * What to list of a file system.
 *
 * @param fileSystem the file system's name
 * @param prefix what the names start with
 * @param recursive whether to go on below directories
 * @param from the least name to list, or empty
 * @param after the mark at which the page before ended, or empty
 * @param limit how many entries a page may have
 */
public record Listing(String fileSystem, String prefix, boolean recursive, String from, String after, int limit) {

	/**
	 * A page of a list.
	 *
	 * @param entries the entries in the order of their names
	 * @param next the mark to go on from, or empty at the end
	 */
	public record Page(List<Entry> entries, String next) {

		public Page {
			entries = List.copyOf(entries);
		}

	}

}
