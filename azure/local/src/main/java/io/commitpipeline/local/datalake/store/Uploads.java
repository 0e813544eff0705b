package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Receives bodies of any size into files that nobody sees.
 */
public final class Uploads {

	private static final int BUFFER = 128 * 1024;

	private final Disk disk;

	Uploads(Disk disk) {
		this.disk = disk;
	}

	/**
	 * Receives a body to its end.
	 * @param body where it comes from
	 * @return the whole of it, on disk
	 * @throws IOException if it ends early or cannot be written; nothing is left then
	 */
	public Upload receive(InputStream body) throws IOException {
		Path file = this.disk.temporary();
		try {
			long length = copy(body, file);
			this.disk.force(file);
			return new Upload(file, length);
		}
		catch (IOException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	private static long copy(InputStream body, Path file) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long length = 0;
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
				out.write(buffer, 0, count);
				length += count;
			}
		}
		return length;
	}

}
