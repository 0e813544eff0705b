package io.commitpipeline.local.datalake.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;

/**
 * A request that a fault strikes.
 */
public final class StruckRequest {

	private final Request request;

	private final Response response;

	private final Callback callback;

	private final Service service;

	/**
	 * Takes a request.
	 * @param request the request
	 * @param response its response
	 * @param callback ends it
	 * @param service who would serve it
	 */
	public StruckRequest(Request request, Response response, Callback callback, Service service) {
		this.request = request;
		this.response = response;
		this.callback = callback;
		this.service = service;
	}

	void refuse(ServiceError error) throws IOException {
		this.service.refuse(new Exchange(this.request, this.response), error);
		this.callback.succeeded();
	}

	/**
	 * Does what the request asks for and keeps the reply.
	 */
	void serve() throws IOException {
		this.service.serve(new Exchange(this.request, new SilentResponse(this.request, this.response)));
	}

	/**
	 * Does so with the first half of the body.
	 */
	void serveHalf() throws IOException {
		InputStream body = Content.Source.asInputStream(this.request);
		byte[] half = body.readNBytes((int) (this.request.getLength() / 2));
		body.transferTo(OutputStream.nullOutputStream());
		this.service.serve(new Exchange(this.request, new SilentResponse(this.request, this.response),
				new ByteArrayInputStream(half)));
	}

	/**
	 * Ends the connection as a broken machine does.
	 */
	void reset() {
		IOException reset = new IOException("The connection was reset on demand");
		EndPoint endPoint = this.request.getConnectionMetaData().getConnection().getEndPoint();
		try {
			if (endPoint.getTransport() instanceof SocketChannel channel) {
				channel.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
		}
		catch (IOException ex) {
			reset.addSuppressed(ex);
		}
		endPoint.close(reset);
		this.callback.succeeded();
	}

	/**
	 * Never answers.
	 * @param lifted ends it: the connection is reset
	 */
	void hang(CompletableFuture<Void> lifted) {
		this.request.addIdleTimeoutListener((timeout) -> false);
		lifted.thenRun(this::reset);
	}

}
