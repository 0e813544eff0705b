package io.commitpipeline.processor.rebuild;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.commitpipeline.processor.coldpath.Lake;

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
			if (!copy.sha256().equals(file.sha256())) {
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

	private String sha256() throws IOException {
		try (InputStream file = Files.newInputStream(this.path);
				DigestInputStream in = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
