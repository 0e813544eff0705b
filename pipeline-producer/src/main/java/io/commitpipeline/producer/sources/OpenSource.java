package io.commitpipeline.producer.sources;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A commit log being read, which is fingerprinted on the way.
 */
public class OpenSource implements Closeable {

	private final DigestInputStream content;

	OpenSource(InputStream content) {
		this.content = new DigestInputStream(content, sha256());
	}

	public InputStream content() {
		return this.content;
	}

	/**
	 * Reads what has not been read yet.
	 * @return the SHA-256 of the whole file, hex
	 */
	public String fingerprint() {
		try {
			this.content.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return HexFormat.of().formatHex(this.content.getMessageDigest().digest());
	}

	@Override
	public void close() throws IOException {
		this.content.close();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
