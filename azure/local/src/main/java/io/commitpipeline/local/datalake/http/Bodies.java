package io.commitpipeline.local.datalake.http;

import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.commitpipeline.local.datalake.store.Failure;
import io.commitpipeline.local.datalake.store.StoreException;
import io.commitpipeline.local.datalake.store.Upload;
import io.commitpipeline.local.datalake.store.Uploads;

/**
 * Receives the bodies of requests into the store.
 */
public final class Bodies {

	private final Uploads uploads;

	public Bodies(Uploads uploads) {
		this.uploads = uploads;
	}

	/**
	 * Receives a body, and compares it with its digest where one came with it.
	 * @param exchange the request
	 * @return the body, to be closed
	 * @throws IOException if it ends early or cannot be kept
	 */
	public Upload receive(Exchange exchange) throws IOException {
		return exchange.header("Content-MD5").isPresent() ? receiveWithDigest(exchange).upload()
				: this.uploads.receive(exchange.body());
	}

	/**
	 * Receives a body and tells its digest, which takes a while.
	 * @param exchange the request
	 * @return the body, to be closed
	 * @throws IOException if it ends early or cannot be kept
	 */
	public Digested receiveWithDigest(Exchange exchange) throws IOException {
		MessageDigest md5 = md5();
		Upload upload = this.uploads.receive(new DigestInputStream(exchange.body(), md5));
		String digest = Base64.getEncoder().encodeToString(md5.digest());
		if (exchange.header("Content-MD5").filter((sent) -> !sent.equals(digest)).isPresent()) {
			upload.close();
			throw new StoreException(Failure.DIGEST_MISMATCH);
		}
		return new Digested(upload, digest);
	}

	static MessageDigest md5() {
		try {
			return MessageDigest.getInstance("MD5");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has MD5", ex);
		}
	}

	/**
	 * A body and its digest.
	 *
	 * @param upload the body
	 * @param md5 its MD5 in Base64
	 */
	public record Digested(Upload upload, String md5) implements AutoCloseable {

		@Override
		public void close() throws IOException {
			this.upload.close();
		}

	}

}
