package io.commitpipeline.processor.unusual;

import java.util.List;
import java.util.Map;

/**
 * Measures all authors in one respect.
 */
interface Measure {

	Signal signal();

	/**
	 * @return what is found about each author, by name
	 */
	Map<String, Measured> of(List<AuthorProfile> authors);

}
