package io.commitpipeline.local.datalake.faults;

import java.io.IOException;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;

/**
 * Who serves requests when nothing goes wrong.
 */
public interface Service {

	/**
	 * Does what a request asks for, and replies.
	 * @param exchange the request
	 * @throws IOException if the client is gone or the store fails
	 */
	void serve(Exchange exchange) throws IOException;

	/**
	 * Replies with an error, in the language of the request.
	 * @param exchange the request
	 * @param error the error
	 * @throws IOException if the client is gone
	 */
	void refuse(Exchange exchange, ServiceError error) throws IOException;

}
