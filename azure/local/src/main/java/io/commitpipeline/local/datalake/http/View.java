package io.commitpipeline.local.datalake.http;

import java.io.IOException;
import java.util.Map;

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
	 * What the store's refusals are called in this view, where other views call them
	 * otherwise.
	 * @return the errors
	 */
	Map<Failure, ServiceError> errors();

	/**
	 * Writes an error in this view's language.
	 * @param reply the answer, begun with the error's status
	 * @param error the error
	 * @throws IOException if the client is gone
	 */
	void reply(Reply reply, ServiceError error) throws IOException;

}
