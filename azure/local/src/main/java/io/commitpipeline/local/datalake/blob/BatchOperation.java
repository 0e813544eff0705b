package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.util.BufferUtil;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.ServiceError;

/**
 * Several requests in the body of one. Each is signed, done and answered on its own.
 */
final class BatchOperation implements Operation {

	private static final int LARGEST = 4 << 20;

	private static final String LINE = "\r\n";

	private final LocalConnector requests;

	BatchOperation(LocalConnector requests) {
		this.requests = requests;
	}

	@Override
	public void run(Exchange exchange) throws IOException {
		String boundary = exchange.header("Content-Type")
			.map(MultiPart::extractBoundary)
			.orElseThrow(ServiceError.INVALID_HEADER::exception);
		String body = new String(exchange.body().readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
		String mark = "batchresponse_" + UUID.randomUUID();
		StringBuilder replies = new StringBuilder();
		int number = 0;
		for (String part : body.split(Pattern.quote("--" + boundary))) {
			int request = part.indexOf(LINE + LINE);
			if (request >= 0) {
				String reply = reply(part.substring(request + 2 * LINE.length()));
				replies.append("--" + mark + LINE + "Content-Type: application/http" + LINE)
					.append("Content-ID: " + number++ + LINE + LINE + reply + LINE);
			}
		}
		byte[] joined = replies.append("--" + mark + "--" + LINE).toString().getBytes(StandardCharsets.ISO_8859_1);
		exchange.reply(202).body("multipart/mixed; boundary=" + mark, joined);
	}

	/** Without a host and on a connection of its own, as HTTP/1.0 has it. */
	private String reply(String request) throws IOException {
		String single = request.replaceFirst(" HTTP/1.1" + LINE, " HTTP/1.0" + LINE) + LINE + LINE;
		try {
			ByteBuffer reply = this.requests.getResponse(BufferUtil.toBuffer(single, StandardCharsets.ISO_8859_1));
			return BufferUtil.toString(Objects.requireNonNull(reply, "no reply"), StandardCharsets.ISO_8859_1);
		}
		catch (Exception ex) {
			throw new IOException("A request of a batch was not served", ex);
		}
	}

}
