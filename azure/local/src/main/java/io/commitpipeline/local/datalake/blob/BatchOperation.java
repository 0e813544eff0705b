package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.MultiPart;

import io.commitpipeline.local.datalake.http.EmbeddedExchange;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.ServiceError;

/**
 * Several requests in the body of one. Each is signed, done and answered on its own.
 */
final class BatchOperation implements Operation {

	private static final int LARGEST = 4 << 20;

	private static final String LINE = "\r\n";

	private final Operation each;

	BatchOperation(Operation each) {
		this.each = each;
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
				String reply = reply(exchange, part.substring(request + 2 * LINE.length()));
				replies.append("--" + mark + LINE + "Content-Type: application/http" + LINE)
					.append("Content-ID: " + number++ + LINE + LINE + reply + LINE);
			}
		}
		byte[] joined = replies.append("--" + mark + "--" + LINE).toString().getBytes(StandardCharsets.ISO_8859_1);
		exchange.reply(202).body("multipart/mixed; boundary=" + mark, joined);
	}

	private String reply(Exchange exchange, String request) throws IOException {
		EmbeddedExchange embedded = EmbeddedExchange.of(exchange, request);
		this.each.run(embedded.exchange());
		return embedded.reply();
	}

}
