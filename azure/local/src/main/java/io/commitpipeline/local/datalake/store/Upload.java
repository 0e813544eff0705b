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

	private final byte[] md5;

	Upload(Path file, long length, byte[] md5) {
		this.file = file;
		this.length = length;
		this.md5 = md5.clone();
	}

	Path file() {
		return this.file;
	}

	public long length() {
		return this.length;
	}

	/**
	 * The MD5 digest of the bytes that came.
	 * @return 16 bytes
	 */
	public byte[] md5() {
		return this.md5.clone();
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
