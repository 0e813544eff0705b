package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;

import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.ContentHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.Target;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Location;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;

/**
 * What can be done with a file or directory as a whole.
 */
final class PathOperations {

	private final Store store;

	PathOperations(Store store) {
		this.store = store;
	}

	void createFile(Exchange exchange) throws IOException {
		created(exchange, this.store.paths()
			.createFile(exchange.location(), properties(exchange), ConditionHeaders.of(exchange)));
	}

	void createDirectory(Exchange exchange) throws IOException {
		created(exchange, this.store.paths()
			.createDirectory(exchange.location(), properties(exchange), ConditionHeaders.of(exchange)));
	}

	private static Properties properties(Exchange exchange) {
		return new Properties(ContentHeaders.read(exchange, "x-ms-"), PropertiesHeader.read(exchange));
	}

	private static void created(Exchange exchange, Entry entry) throws IOException {
		exchange.reply(201).version(entry).header("x-ms-request-server-encrypted", "true").empty();
	}

	void rename(Exchange exchange) throws IOException {
		Location source = source(exchange);
		if (source.path().isRoot()) {
			throw ServiceError.INVALID_SOURCE.exception();
		}
		Entry entry = this.store.renames()
			.rename(source, ConditionHeaders.ofSource(exchange), exchange.location(), ConditionHeaders.of(exchange));
		created(exchange, entry);
	}

	/** The header names the source with or without the account, and maybe a query. */
	private Location source(Exchange exchange) {
		String address = exchange.header("x-ms-rename-source").orElseThrow().split("\\?", 2)[0];
		String path = address.startsWith("/") ? address : "/" + address;
		String account = "/" + exchange.target().account();
		boolean withAccount = path.startsWith(account + "/")
				&& !this.store.fileSystems().exists(exchange.target().account());
		return Target.of(withAccount ? path : account + path).location();
	}

	void status(Exchange exchange) throws IOException {
		Entry entry = this.store.paths().get(exchange.location(), ConditionHeaders.of(exchange));
		Reply reply = exchange.reply(200).version(entry);
		ContentHeaders.write(entry.properties(), reply::header);
		AccessControl.write(reply);
		reply.header("x-ms-resource-type", entry.directory() ? "directory" : "file")
			.header("x-ms-properties", PropertiesHeader.write(entry.properties()))
			.lengthOf(entry);
	}

	/** Tools take an account for hierarchical where this is answered. */
	void accessControl(Exchange exchange) throws IOException {
		Entry entry = this.store.paths().get(exchange.location(), ConditionHeaders.of(exchange));
		Reply reply = exchange.reply(200).version(entry);
		AccessControl.write(reply);
		reply.empty();
	}

	void delete(Exchange exchange) throws IOException {
		boolean recursive = exchange.asks("recursive", "true");
		this.store.paths().delete(exchange.location(), recursive, ConditionHeaders.of(exchange));
		exchange.reply(200).header("x-ms-delete-type-permanent", "true").empty();
	}

}
