package io.commitpipeline.local.datalake.http;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A request that came as text within the body of another, and its reply, which becomes
 * text again.
 */
public final class EmbeddedExchange {

	private final Exchange exchange;

	private final RecordedResponse response;

	private EmbeddedExchange(Exchange exchange, RecordedResponse response) {
		this.exchange = exchange;
		this.response = response;
	}

	/**
	 * Reads a request.
	 * @param outer the request that it came in
	 * @param text its head
	 * @return the request, to be replied to
	 * @throws ServiceException if it is none
	 */
	public static EmbeddedExchange of(Exchange outer, String text) {
		String[] lines = text.split("\r\n");
		String[] start = lines[0].split(" ");
		if (start.length < 2 || !start[1].startsWith("/")) {
			throw ServiceError.INVALID_URI.exception();
		}
		HttpFields.Mutable headers = HttpFields.build();
		Stream.of(lines)
			.skip(1)
			.map((line) -> line.split(":", 2))
			.filter((field) -> field.length == 2)
			.forEach((field) -> headers.add(field[0].strip(), field[1].strip()));
		Request request = new EmbeddedRequest(outer.request(), start[0], start[1], headers);
		RecordedResponse response = new RecordedResponse(request, outer.response());
		return new EmbeddedExchange(new Exchange(request, response, InputStream.nullInputStream()), response);
	}

	public Exchange exchange() {
		return this.exchange;
	}

	public String reply() {
		int status = this.response.getStatus();
		return "HTTP/1.1 %d %s\r\n%s%s".formatted(status, HttpStatus.getMessage(status), this.response.getHeaders(),
				this.response.body.toString(StandardCharsets.ISO_8859_1));
	}

	private static final class EmbeddedRequest extends Request.Wrapper {

		private final String method;

		private final HttpURI address;

		private final HttpFields headers;

		EmbeddedRequest(Request outer, String method, String address, HttpFields headers) {
			super(outer);
			this.method = method;
			this.address = HttpURI.build(outer.getHttpURI()).pathQuery(address);
			this.headers = headers;
		}

		@Override
		public String getMethod() {
			return this.method;
		}

		@Override
		public HttpURI getHttpURI() {
			return this.address;
		}

		@Override
		public HttpFields getHeaders() {
			return this.headers;
		}

	}

	private static final class RecordedResponse extends Response.Wrapper {

		private final HttpFields.Mutable headers = HttpFields.build();

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		private int status;

		RecordedResponse(Request request, Response outer) {
			super(request, outer);
		}

		@Override
		public int getStatus() {
			return this.status;
		}

		@Override
		public void setStatus(int status) {
			this.status = status;
		}

		@Override
		public HttpFields.Mutable getHeaders() {
			return this.headers;
		}

		@Override
		public void write(boolean last, ByteBuffer bytes, Callback callback) {
			if (bytes != null) {
				this.body.writeBytes(BufferUtil.toArray(bytes));
			}
			callback.succeeded();
		}

	}

}
