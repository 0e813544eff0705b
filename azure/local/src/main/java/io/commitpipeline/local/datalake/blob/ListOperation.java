package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.HttpDates;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.Paging;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.LeaseState;
import io.commitpipeline.local.datalake.store.Leases;
import io.commitpipeline.local.datalake.store.Listing;
import io.commitpipeline.local.datalake.store.Lists;
import io.commitpipeline.local.datalake.store.Location;

/**
 * Lists the blobs of a container.
 */
final class ListOperation implements Operation {

	private final Lists lists;

	private final Leases leases;

	ListOperation(Lists lists, Leases leases) {
		this.lists = lists;
		this.leases = leases;
	}

	@Override
	public void run(Exchange exchange) throws IOException {
		String delimiter = exchange.query("delimiter").orElse("");
		if (exchange.query("showonly").isPresent() || (!delimiter.isEmpty() && !delimiter.equals("/"))) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		Paging paging = Paging.of(exchange, "marker", "maxresults");
		String prefix = exchange.query("prefix").orElse("");
		Listing.Page page = this.lists.prefix(new Listing(exchange.target().fileSystem(), prefix, delimiter.isEmpty(),
				exchange.query("startFrom").orElse(""), paging.after(), paging.limit()));
		Xml xml = new Xml().start("EnumerationResults")
			.attribute("ServiceEndpoint", exchange.accountAddress())
			.attribute("ContainerName", exchange.target().fileSystem());
		name(xml, "Prefix", prefix);
		xml.element("Delimiter", delimiter).element("MaxResults", Integer.toString(paging.limit())).start("Blobs");
		boolean metadata = exchange.query("include").filter((include) -> include.contains("metadata")).isPresent();
		for (Entry entry : page.entries()) {
			LeaseState lease = this.leases.state(new Location(exchange.target().fileSystem(), entry.path()));
			write(xml, entry, lease, !delimiter.isEmpty(), metadata);
		}
		exchange.reply(200).body(Xml.CONTENT_TYPE, xml.end().element("NextMarker", Paging.next(page)).end().toBytes());
	}

	private static void write(Xml xml, Entry entry, LeaseState lease, boolean delimited, boolean metadata) {
		if (delimited && entry.directory()) {
			xml.start("BlobPrefix");
			name(xml, "Name", entry.path().value() + "/");
			xml.end();
			return;
		}
		xml.start("Blob");
		name(xml, "Name", entry.path().value());
		properties(xml, entry, lease);
		if (metadata) {
			xml.start("Metadata");
			MetadataHeaders.of(entry).forEach(xml::element);
			xml.end();
		}
		xml.end();
	}

	/** XML cannot hold every character. */
	private static void name(Xml xml, String element, String name) {
		boolean encoded = name.codePoints().anyMatch((each) -> each < ' ' || each == 0xfffe || each == 0xffff);
		xml.start(element);
		if (encoded) {
			xml.attribute("Encoded", "true");
		}
		xml.text(encoded ? URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") : name).end();
	}

	private static void properties(Xml xml, Entry entry, LeaseState lease) {
		xml.start("Properties")
			.element("Creation-Time", HttpDates.format(entry.created()))
			.element("Last-Modified", HttpDates.format(entry.lastModified()))
			.element("Etag", entry.etag())
			.element("ResourceType", entry.directory() ? "directory" : "file")
			.element("Content-Length", Long.toString(entry.length()));
		ContentHeaders.write(entry.properties(), xml::element);
		xml.element("BlobType", "BlockBlob")
			.element("AccessTier", "Hot")
			.element("AccessTierInferred", "true")
			.element("LeaseStatus", lease.locks() ? "locked" : "unlocked")
			.element("LeaseState", lease.text())
			.element("ServerEncrypted", "true")
			.end();
	}

}
