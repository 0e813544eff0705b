package io.commitpipeline.producer.sources;

import java.util.List;

/**
 * There is no such commit log.
 */
public class SourceNotFoundException extends RuntimeException {

	SourceNotFoundException(String source, List<String> present) {
		super("There is no source '" + source + "'; the file system '" + Sources.FILE_SYSTEM + "' holds "
				+ (present.isEmpty() ? "no file" : String.join(", ", present)));
	}

}
