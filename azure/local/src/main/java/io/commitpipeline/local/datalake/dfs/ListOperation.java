package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.HttpDates;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.Paging;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Listing;
import io.commitpipeline.local.datalake.store.Lists;
import io.commitpipeline.local.datalake.store.PathName;

/**
 * Lists a directory.
 */
final class ListOperation implements Operation {

	private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

	private final Lists lists;

	ListOperation(Lists lists) {
		this.lists = lists;
	}

	@Override
	public void run(Exchange exchange) throws IOException {
		PathName directory = PathName.of(exchange.query("directory").orElse(""));
		Paging paging = Paging.of(exchange, "continuation", "maxResults");
		Listing listing = new Listing(exchange.target().fileSystem(), "", exchange.asks("recursive", "true"),
				exchange.query("beginFrom").orElse(""), paging.after(), paging.limit());
		Listing.Page page = this.lists.directory(directory, listing);
		List<Map<String, String>> paths = page.entries().stream().map(ListOperation::item).toList();
		exchange.reply(200)
			.header("x-ms-continuation", Optional.of(Paging.next(page)).filter((mark) -> !mark.isEmpty()))
			.json(Map.of("paths", paths));
	}

	/** The service writes numbers and booleans as text, and only true ones. */
	private static Map<String, String> item(Entry entry) {
		Map<String, String> item = new LinkedHashMap<>();
		item.put("name", entry.path().value());
		if (entry.directory()) {
			item.put("isDirectory", "true");
		}
		item.put("contentLength", Long.toString(entry.length()));
		item.put("lastModified", HttpDates.format(entry.lastModified()));
		item.put("creationTime", Long.toString(fileTime(entry.created())));
		item.put("etag", entry.etag());
		item.put("owner", AccessControl.OWNER);
		item.put("group", AccessControl.OWNER);
		item.put("permissions", AccessControl.PERMISSIONS);
		return item;
	}

	private static long fileTime(Instant instant) {
		return (instant.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * 10_000_000 + instant.getNano() / 100;
	}

}
