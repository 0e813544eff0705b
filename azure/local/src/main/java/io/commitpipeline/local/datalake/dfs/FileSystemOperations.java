package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.HttpDates;
import io.commitpipeline.local.datalake.http.Paging;
import io.commitpipeline.local.datalake.store.Conditions;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Location;
import io.commitpipeline.local.datalake.store.Properties;
import io.commitpipeline.local.datalake.store.Store;

/**
 * What can be done with file systems.
 */
final class FileSystemOperations {

	private final Store store;

	FileSystemOperations(Store store) {
		this.store = store;
	}

	void list(Exchange exchange) throws IOException {
		Paging paging = Paging.of(exchange, "continuation", "maxResults");
		List<String> names = this.store.fileSystems().names(exchange.query("prefix").orElse(""));
		List<String> page = paging.cut(names);
		List<Map<String, String>> listed = new ArrayList<>();
		for (String name : page) {
			this.store.fileSystems().find(name).ifPresent((root) -> listed.add(item(name, root)));
		}
		exchange.reply(200)
			.header("x-ms-continuation", Optional.of(Paging.next(names, page)).filter((mark) -> !mark.isEmpty()))
			.json(Map.of("filesystems", listed));
	}

	private static Map<String, String> item(String name, Entry root) {
		return Map.of("name", name, "etag", root.etag(), "lastModified", HttpDates.format(root.lastModified()));
	}

	void setProperties(Exchange exchange) throws IOException {
		Map<String, String> metadata = PropertiesHeader.read(exchange);
		Entry root = this.store.paths()
			.update(Location.root(exchange.target().fileSystem()), (properties) -> properties.withMetadata(metadata),
					ConditionHeaders.of(exchange));
		exchange.reply(200).version(root).empty();
	}

	void create(Exchange exchange) throws IOException {
		Properties properties = Properties.NONE.withMetadata(PropertiesHeader.read(exchange));
		Entry root = this.store.fileSystems().create(exchange.target().fileSystem(), properties);
		exchange.reply(201).version(root).header("x-ms-namespace-enabled", "true").empty();
	}

	void properties(Exchange exchange) throws IOException {
		Entry root = this.store.paths().get(Location.root(exchange.target().fileSystem()), Conditions.NONE);
		exchange.reply(200)
			.version(root)
			.header("x-ms-namespace-enabled", "true")
			.header("x-ms-properties", PropertiesHeader.write(root.properties()))
			.empty();
	}

	void delete(Exchange exchange) throws IOException {
		this.store.fileSystems().delete(exchange.target().fileSystem(), ConditionHeaders.of(exchange));
		exchange.reply(202).empty();
	}

}
