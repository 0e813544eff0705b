package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.util.List;

import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.HttpDates;
import io.commitpipeline.local.datalake.http.Paging;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.store.Conditions;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Location;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;

/**
 * What can be done with containers.
 */
final class ContainerOperations {

	private final Store store;

	ContainerOperations(Store store) {
		this.store = store;
	}

	void list(Exchange exchange) throws IOException {
		String prefix = exchange.query("prefix").orElse("");
		boolean metadata = exchange.query("include").filter((include) -> include.contains("metadata")).isPresent();
		Paging paging = Paging.of(exchange, "marker", "maxresults");
		List<String> names = this.store.fileSystems().names(prefix);
		List<String> page = paging.cut(names);
		Xml xml = new Xml().start("EnumerationResults")
			.attribute("ServiceEndpoint", exchange.accountAddress())
			.element("Prefix", prefix)
			.element("MaxResults", Integer.toString(paging.limit()))
			.start("Containers");
		for (String name : page) {
			this.store.fileSystems().find(name).ifPresent((root) -> write(xml, name, root, metadata));
		}
		xml.end().element("NextMarker", Paging.next(names, page)).end();
		exchange.reply(200).body(Xml.CONTENT_TYPE, xml.toBytes());
	}

	private static void write(Xml xml, String name, Entry root, boolean metadata) {
		xml.start("Container")
			.element("Name", name)
			.start("Properties")
			.element("Last-Modified", HttpDates.format(root.lastModified()))
			.element("Etag", "\"" + root.etag() + "\"")
			.element("LeaseStatus", "unlocked")
			.element("LeaseState", "available")
			.end();
		if (metadata) {
			xml.start("Metadata");
			root.properties().metadata().forEach(xml::element);
			xml.end();
		}
		xml.end();
	}

	void create(Exchange exchange) throws IOException {
		Properties properties = Properties.NONE.withMetadata(MetadataHeaders.read(exchange));
		Entry root = this.store.fileSystems().create(exchange.target().fileSystem(), properties);
		exchange.reply(201).version(root).empty();
	}

	void properties(Exchange exchange) throws IOException {
		Entry root = this.store.paths().get(root(exchange), Conditions.NONE);
		Reply reply = exchange.reply(200)
			.version(root)
			.header("x-ms-lease-status", "unlocked")
			.header("x-ms-lease-state", "available")
			.header("x-ms-has-immutability-policy", "false")
			.header("x-ms-has-legal-hold", "false");
		MetadataHeaders.write(reply, root.properties().metadata());
		reply.empty();
	}

	void setMetadata(Exchange exchange) throws IOException {
		Entry root = this.store.paths()
			.update(root(exchange), (properties) -> properties.withMetadata(MetadataHeaders.read(exchange)),
					ConditionHeaders.of(exchange));
		exchange.reply(200).version(root).empty();
	}

	void delete(Exchange exchange) throws IOException {
		this.store.fileSystems().delete(exchange.target().fileSystem(), ConditionHeaders.of(exchange));
		exchange.reply(202).empty();
	}

	private static Location root(Exchange exchange) {
		return Location.root(exchange.target().fileSystem());
	}

}
