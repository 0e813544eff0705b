package io.commitpipeline.processor.rebuild;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.commitpipeline.processor.coldpath.Lake;
import io.commitpipeline.processor.parquet.Sha256;

/**
 * A file of the archive on the local disk, for as long as it is read.
 */
record LocalCopy(Path path) implements Closeable {

	/**
	 * Fetches a file.
	 * @throws RebuildRefusedException if it is not the file that the manifest knows
	 * @throws IOException if the local disk fails
	 */
	static LocalCopy of(ManifestFile file, Lake lake) throws IOException {
		LocalCopy copy = new LocalCopy(Files.createTempFile("archived-", ".parquet"));
		try {
			lake.download(file.name(), copy.path());
			if (!Sha256.of(copy.path()).equals(file.sha256())) {
				throw new RebuildRefusedException(
						"archive file " + file.name() + " has another SHA-256 than the manifest says");
			}
			return copy;
		}
		catch (IOException | RuntimeException ex) {
			copy.close();
			throw ex;
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
