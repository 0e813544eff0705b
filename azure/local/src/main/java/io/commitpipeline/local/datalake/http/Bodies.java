package io.commitpipeline.local.datalake.http;

import java.io.IOException;

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
		Upload upload = this.uploads.receive(exchange.body());
		if (exchange.header("Content-MD5").filter((sent) -> !sent.equals(upload.md5())).isPresent()) {
			upload.close();
			throw new StoreException(Failure.DIGEST_MISMATCH);
		}
		return upload;
	}

}
