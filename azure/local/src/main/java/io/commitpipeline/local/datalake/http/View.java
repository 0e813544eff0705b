package io.commitpipeline.local.datalake.http;

import java.io.IOException;

import io.commitpipeline.local.datalake.store.Failure;

/**
 * One of the services that the store is seen through.
 */
public interface View {

	/**
	 * Does what a request asks for, and replies.
	 * @param exchange the request
	 * @throws IOException if the store or the client cannot be read or written
	 */
	void handle(Exchange exchange) throws IOException;

	/**
	 * What a refusal of the store is called in this view.
	 * @param failure the refusal
	 * @return the error to tell
	 */
	ServiceError error(Failure failure);

	/**
	 * Writes an error in this view's language.
	 * @param reply the answer, begun with the error's status
	 * @param error the error
	 * @throws IOException if the client is gone
	 */
	void reply(Reply reply, ServiceError error) throws IOException;

}
