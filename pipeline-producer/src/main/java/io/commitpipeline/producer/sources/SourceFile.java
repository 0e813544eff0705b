package io.commitpipeline.producer.sources;

import java.time.Instant;

/**
 * A file among the commit logs.
 *
 * @param path where it lies in the file system
 * @param version its ETag: another one, other content
 * @param bytes its size
 * @param modifiedAt when it was written
 */
public record SourceFile(String path, String version, long bytes, Instant modifiedAt) {

	private static final String HIDDEN = ".";

	/** Whether it is somebody's unfinished upload. */
	boolean isHidden() {
		return this.path.startsWith(HIDDEN) || this.path.contains("/" + HIDDEN);
	}

}
