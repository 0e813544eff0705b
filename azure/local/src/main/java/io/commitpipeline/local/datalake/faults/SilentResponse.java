package io.commitpipeline.local.datalake.faults;

import java.nio.ByteBuffer;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A response of which nothing reaches the client.
 */
final class SilentResponse extends Response.Wrapper {

	SilentResponse(Request request, Response response) {
		super(request, response);
	}

	@Override
	public void write(boolean last, ByteBuffer bytes, Callback callback) {
		callback.succeeded();
	}

}
