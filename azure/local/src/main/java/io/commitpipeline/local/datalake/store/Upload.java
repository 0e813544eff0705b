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

	private final String md5;

	Upload(Path file, long length, String md5) {
		this.file = file;
		this.length = length;
		this.md5 = md5;
	}

	Path file() {
		return this.file;
	}

	public long length() {
		return this.length;
	}

	/**
	 * The MD5 digest of the bytes that came.
	 * @return the digest in Base64
	 */
	public String md5() {
		return this.md5;
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
