package io.commitpipeline.local.datalake.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import io.commitpipeline.local.datalake.store.Entry;

/**
 * The answer to a request.
 */
public final class Reply {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final int BUFFER = 128 * 1024;

	private final Request request;

	private final Response response;

	/**
	 * Begins an answer.
	 * @param request the request
	 * @param response its response
	 * @param status the HTTP status
	 */
	public Reply(Request request, Response response, int status) {
		this.request = request;
		this.response = response;
		response.setStatus(status);
		String version = request.getHeaders().get("x-ms-version");
		header("x-ms-version", (version != null) ? version : "2021-12-02");
		header("x-ms-request-id", UUID.randomUUID().toString());
		header("x-ms-client-request-id", Optional.ofNullable(request.getHeaders().get("x-ms-client-request-id")));
	}

	public Reply header(String name, String value) {
		this.response.getHeaders().put(name, value);
		return this;
	}

	public Reply header(String name, Optional<String> value) {
		value.ifPresent((each) -> header(name, each));
		return this;
	}

	/**
	 * Tells the version of a file or directory.
	 * @param entry the version
	 * @return this reply
	 */
	public Reply version(Entry entry) {
		return header("ETag", "\"" + entry.etag() + "\"").header("Last-Modified",
				HttpDates.format(entry.lastModified()));
	}

	public void empty() throws IOException {
		this.response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
		Content.Sink.asOutputStream(this.response).close();
	}

	/**
	 * Tells only how long the file is.
	 * @param entry the file
	 * @throws IOException if the client is gone
	 */
	public void lengthOf(Entry entry) throws IOException {
		this.response.getHeaders().put(HttpHeader.CONTENT_LENGTH, entry.length());
		Content.Sink.asOutputStream(this.response).close();
	}

	/**
	 * Sends a body, where there can be one; clients read what a type is told of.
	 * @param contentType its type
	 * @param bytes the body
	 * @throws IOException if the client is gone
	 */
	public void body(String contentType, byte[] bytes) throws IOException {
		try (OutputStream out = Content.Sink.asOutputStream(this.response)) {
			if (!isHead() && this.response.getStatus() != 304) {
				header("Content-Type", contentType).header("Content-Length", Long.toString(bytes.length));
				out.write(bytes);
			}
		}
	}

	public void json(Object value) throws IOException {
		body("application/json;charset=utf-8", JSON.writeValueAsBytes(value));
	}

	/**
	 * Sends a part of a file, or only its headers where just they were asked for.
	 * @param file the file
	 * @param range the part
	 * @throws IOException if the file ends early or the client is gone
	 */
	public void body(FileChannel file, ByteRange range) throws IOException {
		this.response.getHeaders().put(HttpHeader.CONTENT_LENGTH, range.length());
		try (OutputStream out = Content.Sink.asOutputStream(this.response)) {
			if (!isHead()) {
				send(file, range, out);
			}
		}
	}

	private static void send(FileChannel file, ByteRange range, OutputStream out) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
		long end = range.first() + range.length();
		for (long position = range.first(); position < end;) {
			buffer.clear().limit((int) Math.min(BUFFER, end - position));
			int count = file.read(buffer, position);
			if (count < 0) {
				throw new IOException("The file became shorter while it was read");
			}
			out.write(buffer.array(), 0, count);
			position += count;
		}
	}

	private boolean isHead() {
		return "HEAD".equals(this.request.getMethod());
	}

}
