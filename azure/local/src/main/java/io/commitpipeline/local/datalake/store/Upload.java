package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body that has been received completely and that nobody sees yet; closing it discards
 * it unless it has become a file.
 */
public final class Upload implements AutoCloseable {

	private final Path file;

	private final long length;

	Upload(Path file, long length) {
		this.file = file;
		this.length = length;
	}

	Path file() {
		return this.file;
	}

	public long length() {
		return this.length;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
