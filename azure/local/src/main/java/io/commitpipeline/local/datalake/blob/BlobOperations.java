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
		if (exchange.header("x-ms-blob-type").filter("BlockBlob"::equalsIgnoreCase).isEmpty()) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		try (Bodies.Digested body = this.bodies.receiveWithDigest(exchange)) {
			Map<String, String> metadata = MetadataHeaders.read(exchange);
			Map<ContentProperty, String> content = ContentHeaders.read(exchange, "x-ms-blob-");
			exchange.header("Content-Type").ifPresent((type) -> content.putIfAbsent(ContentProperty.TYPE, type));
			content.putIfAbsent(ContentProperty.MD5, body.md5());
			Entry entry = put(exchange, body.upload(), new Properties(content, metadata));
			exchange.reply(201)
				.version(entry)
				.header("Content-MD5", body.md5())
				.header("x-ms-request-server-encrypted", "true")
				.empty();
		}
	}

	/**
	 * Tools that know only blobs make a directory by an empty one with a mark, or a slash
	 * at its end.
	 */
	private Entry put(Exchange exchange, Upload upload, Properties properties) throws IOException {
		boolean marked = "true".equals(properties.metadata().get(MetadataHeaders.DIRECTORY))
				|| exchange.target().endsInSlash();
		return (marked && upload.length() == 0)
				? this.store.paths().createDirectory(exchange.location(), properties, ConditionHeaders.of(exchange))
				: this.store.paths().put(exchange.location(), upload, properties, ConditionHeaders.of(exchange));
	}

	void get(Exchange exchange) throws IOException {
		try (Content content = this.store.paths().open(exchange.location(), ConditionHeaders.of(exchange))) {
			Entry entry = content.entry();
			boolean reads = exchange.method().equals("GET");
			Optional<ByteRange> range = reads ? ByteRange.of(exchange, entry.length()) : Optional.empty();
			Optional<String> digest = digest(exchange, content, range);
			Reply reply = exchange.reply(range.isPresent() ? 206 : 200);
			describe(reply, entry, this.store.leases().state(exchange.location()));
			reply.header("x-ms-lease-duration", this.store.leases().duration(exchange.location()));
			if (range.isPresent()) {
				reply.header("Content-Range", range.get().contentRange(entry.length()))
					.header("x-ms-blob-content-md5", ContentHeaders.value(entry.properties(), ContentProperty.MD5))
					.header("Content-MD5", digest.orElse(null));
			}
			if (entry.directory()) {
				reply.empty();
				return;
			}
			reply.body(content.channel(), range.orElse(new ByteRange(0, entry.length())));
		}
	}

	/** The digest of the whole is not that of a part. */
	private static Optional<String> digest(Exchange exchange, Content content, Optional<ByteRange> range)
			throws IOException {
		boolean asked = exchange.header("x-ms-range-get-content-md5").filter("true"::equalsIgnoreCase).isPresent();
		return (asked && range.isPresent()) ? Optional.of(range.get().md5(content.channel())) : Optional.empty();
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
		ContentHeaders.write(entry.properties(), reply::header);
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
