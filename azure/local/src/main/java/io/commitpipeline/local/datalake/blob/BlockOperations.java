package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.util.List;

import io.commitpipeline.local.datalake.http.Bodies;
import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Blocks;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.Upload;

/**
 * What can be done with the blocks of a blob.
 */
final class BlockOperations {

	private final Blocks blocks;

	private final Bodies bodies;

	BlockOperations(Store store) {
		this.blocks = store.blocks();
		this.bodies = new Bodies(store.uploads());
	}

	void put(Exchange exchange) throws IOException {
		if (exchange.header("x-ms-copy-source").isPresent()) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		String id = exchange.query("blockid").orElseThrow(ServiceError.INVALID_QUERY::exception);
		try (Upload upload = this.bodies.receive(exchange)) {
			this.blocks.put(exchange.location(), id, upload, ConditionHeaders.of(exchange));
		}
		exchange.reply(201).header("x-ms-request-server-encrypted", "true").empty();
	}

	void commit(Exchange exchange) throws IOException {
		List<String> ids = BlockList.read(exchange.body());
		Properties properties = new Properties(ContentHeaders.read(exchange, "x-ms-blob-"),
				MetadataHeaders.read(exchange));
		Entry entry = this.blocks.commit(exchange.location(), ids, properties, ConditionHeaders.of(exchange));
		exchange.reply(201).version(entry).header("x-ms-request-server-encrypted", "true").empty();
	}

	void list(Exchange exchange) throws IOException {
		Xml xml = new Xml().start("BlockList").start("CommittedBlocks").end().start("UncommittedBlocks");
		for (Blocks.Block block : this.blocks.uncommitted(exchange.location())) {
			xml.start("Block").element("Name", block.id()).element("Size", Long.toString(block.size())).end();
		}
		exchange.reply(200).body(Xml.CONTENT_TYPE, xml.end().end().toBytes());
	}

}
