package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.commitpipeline.local.datalake.http.Bodies;
import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Block;
import io.commitpipeline.local.datalake.store.BlockChoice;
import io.commitpipeline.local.datalake.store.Blocks;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Failure;
import io.commitpipeline.local.datalake.store.Paths;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.StoreException;
import io.commitpipeline.local.datalake.store.Upload;

/**
 * What can be done with the blocks of a blob.
 */
final class BlockOperations {

	private static final int LONGEST_ID = 64;

	private final Paths paths;

	private final Blocks blocks;

	private final Bodies bodies;

	BlockOperations(Store store) {
		this.paths = store.paths();
		this.blocks = store.blocks();
		this.bodies = new Bodies(store.uploads());
	}

	void put(Exchange exchange) throws IOException {
		String id = exchange.query("blockid")
			.filter(BlockOperations::isId)
			.orElseThrow(ServiceError.INVALID_QUERY::exception);
		try (Upload upload = this.bodies.receive(exchange)) {
			this.blocks.put(exchange.location(), id, upload, ConditionHeaders.of(exchange));
		}
		exchange.reply(201).header("x-ms-request-server-encrypted", "true").empty();
	}

	void commit(Exchange exchange) throws IOException {
		List<BlockChoice> choices = BlockList.read(exchange.body());
		Properties properties = new Properties(ContentHeaders.read(exchange, "x-ms-blob-"),
				MetadataHeaders.read(exchange));
		Entry entry = this.blocks.commit(exchange.location(), choices, properties, ConditionHeaders.of(exchange));
		exchange.reply(201).version(entry).header("x-ms-request-server-encrypted", "true").empty();
	}

	private static boolean isId(String text) {
		try {
			return !text.isEmpty() && Base64.getDecoder().decode(text).length <= LONGEST_ID;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	void list(Exchange exchange) throws IOException {
		Optional<Entry> file = this.paths.find(exchange.location(), ConditionHeaders.of(exchange));
		List<Block> uncommitted = this.blocks.uncommitted(exchange.location());
		if (file.isEmpty() && uncommitted.isEmpty()) {
			throw new StoreException(Failure.NOT_FOUND);
		}
		String type = exchange.query("blocklisttype").orElse("committed").toLowerCase(Locale.ROOT);
		Xml xml = new Xml().start("BlockList");
		if (!type.equals("uncommitted")) {
			write(xml, "CommittedBlocks", file.map((each) -> each.properties().blocks()).orElse(List.of()));
		}
		if (!type.equals("committed")) {
			write(xml, "UncommittedBlocks", uncommitted);
		}
		Reply reply = exchange.reply(200);
		file.ifPresent((each) -> reply.version(each).header("x-ms-blob-content-length", Long.toString(each.length())));
		reply.body(Xml.CONTENT_TYPE, xml.end().toBytes());
	}

	private static void write(Xml xml, String element, List<Block> blocks) {
		xml.start(element);
		for (Block block : blocks) {
			xml.start("Block").element("Name", block.id()).element("Size", Long.toString(block.size())).end();
		}
		xml.end();
	}

}
