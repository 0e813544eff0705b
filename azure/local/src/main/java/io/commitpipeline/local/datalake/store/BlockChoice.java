package io.commitpipeline.local.datalake.store;

/**
 * A block in a list that makes a file.
 *
 * @param source where to look for it
 * @param id its id
 */
public record BlockChoice(Source source, String id) {

	/**
	 * Where a block may be.
	 */
	public enum Source {

		/** In the file that is there. */
		COMMITTED,

		/** Among those that wait for a list. */
		UNCOMMITTED,

		/** In both, and those that wait count first. */
		LATEST

	}

}
