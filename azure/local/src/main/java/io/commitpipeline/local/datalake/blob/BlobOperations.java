package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.datalake.http.Bodies;
import io.commitpipeline.local.datalake.http.ByteRange;
import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.HttpDates;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Content;
import io.commitpipeline.local.datalake.store.ContentProperty;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.LeaseState;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.Upload;

/**
 * What can be done with a blob.
 */
final class BlobOperations {

	private final Store store;

	private final Bodies bodies;

	BlobOperations(Store store) {
		this.store = store;
		this.bodies = new Bodies(store.uploads());
	}

	void put(Exchange exchange) throws IOException {
		boolean blockBlob = exchange.header("x-ms-blob-type").filter("BlockBlob"::equalsIgnoreCase).isPresent();
		if (!blockBlob || exchange.header("x-ms-copy-source").isPresent()) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		try (Upload upload = this.bodies.receive(exchange)) {
			Map<String, String> metadata = MetadataHeaders.read(exchange);
			Map<ContentProperty, String> content = ContentHeaders.read(exchange, "x-ms-blob-");
			exchange.header("Content-Type").ifPresent((type) -> content.putIfAbsent(ContentProperty.TYPE, type));
			Entry entry = put(exchange, upload, new Properties(content, metadata));
			exchange.reply(201).version(entry).header("x-ms-request-server-encrypted", "true").empty();
		}
	}

	/** Tools that know only blobs make a directory by a blob with a mark. */
	private Entry put(Exchange exchange, Upload upload, Properties properties) throws IOException {
		boolean directory = upload.length() == 0 && "true".equals(properties.metadata().get(MetadataHeaders.DIRECTORY));
		return directory
				? this.store.paths().createDirectory(exchange.location(), properties, ConditionHeaders.of(exchange))
				: this.store.paths().put(exchange.location(), upload, properties, ConditionHeaders.of(exchange));
	}

	void get(Exchange exchange) throws IOException {
		try (Content content = this.store.paths().open(exchange.location(), ConditionHeaders.of(exchange))) {
			long length = content.entry().length();
			boolean reads = exchange.method().equals("GET");
			Optional<ByteRange> range = reads ? ByteRange.of(exchange, length) : Optional.empty();
			Reply reply = exchange.reply(range.isPresent() ? 206 : 200);
			describe(reply, content.entry(), this.store.leases().state(exchange.location()));
			reply.header("Content-Range", range.map((each) -> each.contentRange(length)));
			if (content.channel() == null) {
				reply.empty();
				return;
			}
			reply.body(content.channel(), range.orElse(new ByteRange(0, length)));
		}
	}

	private static void describe(Reply reply, Entry entry, LeaseState lease) {
		reply.version(entry)
			.header("Accept-Ranges", "bytes")
			.header("x-ms-blob-type", "BlockBlob")
			.header("x-ms-resource-type", entry.directory() ? "directory" : "file")
			.header("x-ms-creation-time", HttpDates.format(entry.created()))
			.header("x-ms-lease-status", lease.locks() ? "locked" : "unlocked")
			.header("x-ms-lease-state", lease.text())
			.header("x-ms-access-tier", "Hot")
			.header("x-ms-access-tier-inferred", "true")
			.header("x-ms-server-encrypted", "true");
		ContentHeaders.write(reply, entry.properties());
		MetadataHeaders.write(reply, MetadataHeaders.of(entry));
	}

	void getMetadata(Exchange exchange) throws IOException {
		Entry entry = this.store.paths().get(exchange.location(), ConditionHeaders.of(exchange));
		Reply reply = exchange.reply(200).version(entry);
		MetadataHeaders.write(reply, MetadataHeaders.of(entry));
		reply.empty();
	}

	void setMetadata(Exchange exchange) throws IOException {
		Map<String, String> metadata = MetadataHeaders.read(exchange);
		Entry entry = this.store.paths()
			.update(exchange.location(), (properties) -> properties.withMetadata(metadata),
					ConditionHeaders.of(exchange));
		exchange.reply(200).version(entry).header("x-ms-request-server-encrypted", "true").empty();
	}

	void setProperties(Exchange exchange) throws IOException {
		Map<ContentProperty, String> content = ContentHeaders.read(exchange, "x-ms-blob-");
		Entry entry = this.store.paths()
			.update(exchange.location(), (properties) -> properties.withContent(content),
					ConditionHeaders.of(exchange));
		exchange.reply(200).version(entry).empty();
	}

	void delete(Exchange exchange) throws IOException {
		this.store.paths().delete(exchange.location(), false, ConditionHeaders.of(exchange));
		exchange.reply(202).header("x-ms-delete-type-permanent", "true").empty();
	}

}
