package io.commitpipeline.local.datalake.http;

import java.io.IOException;

/**
 * What one kind of request does.
 */
@FunctionalInterface
public interface Operation {

	/**
	 * Does it, and replies.
	 * @param exchange the request
	 * @throws IOException if the store or the client cannot be read or written
	 */
	void run(Exchange exchange) throws IOException;

}
