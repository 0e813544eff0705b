package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;

import io.commitpipeline.local.datalake.http.Bodies;
import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.ContentProperty;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.Upload;

/**
 * What can be done with a file's content and properties.
 */
final class WriteOperations {

	private final Store store;

	private final Bodies bodies;

	WriteOperations(Store store) {
		this.store = store;
		this.bodies = new Bodies(store.uploads());
	}

	void append(Exchange exchange) throws IOException {
		long position = position(exchange);
		try (Upload upload = this.bodies.receive(exchange)) {
			this.store.appends().append(exchange.location(), position, upload, ConditionHeaders.of(exchange));
			if (exchange.asks("flush", "true")) {
				exchange.reply(202).version(flush(exchange, position + upload.length())).empty();
				return;
			}
		}
		exchange.reply(202).header("x-ms-request-server-encrypted", "true").empty();
	}

	void flush(Exchange exchange) throws IOException {
		Entry entry = flush(exchange, position(exchange));
		exchange.reply(200).version(entry).header("x-ms-request-server-encrypted", "true").empty();
	}

	private Entry flush(Exchange exchange, long length) throws IOException {
		boolean retain = exchange.asks("retainUncommittedData", "true");
		return this.store.appends()
			.flush(exchange.location(), length, retain, ContentHeaders.read(exchange, "x-ms-"),
					ConditionHeaders.of(exchange));
	}

	/**
	 * Metadata that is not sent again is gone; of the content's properties, only those
	 * that are sent change.
	 */
	void setProperties(Exchange exchange) throws IOException {
		Map<ContentProperty, String> content = ContentHeaders.read(exchange, "x-ms-");
		Map<String, String> metadata = PropertiesHeader.read(exchange);
		Entry entry = this.store.paths()
			.update(exchange.location(), (properties) -> properties.mergeContent(content).withMetadata(metadata),
					ConditionHeaders.of(exchange));
		exchange.reply(200).version(entry).empty();
	}

	private static long position(Exchange exchange) {
		try {
			return exchange.query("position").map(Long::parseLong).filter((each) -> each >= 0).orElseThrow();
		}
		catch (IllegalArgumentException | NoSuchElementException ex) {
			throw ServiceError.INVALID_QUERY.exception();
		}
	}

}
