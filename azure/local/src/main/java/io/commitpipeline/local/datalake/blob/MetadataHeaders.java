package io.commitpipeline.local.datalake.blob;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Entry;

/**
 * The headers {@code x-ms-meta-*}.
 */
final class MetadataHeaders {

	/** How a hierarchical account marks a directory. */
	static final String DIRECTORY = "hdi_isfolder";

	private static final String PREFIX = "x-ms-meta-";

	private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

	private MetadataHeaders() {
	}

	static Map<String, String> read(Exchange exchange) {
		Map<String, String> metadata = new TreeMap<>();
		exchange.headers(PREFIX).forEach((header, value) -> {
			String name = header.substring(PREFIX.length());
			if (!NAME.matcher(name).matches()) {
				throw ServiceError.INVALID_METADATA.exception();
			}
			metadata.put(name, value);
		});
		return metadata;
	}

	static Map<String, String> of(Entry entry) {
		Map<String, String> metadata = new TreeMap<>(entry.properties().metadata());
		if (entry.directory()) {
			metadata.put(DIRECTORY, "true");
		}
		return metadata;
	}

	static void write(Reply reply, Map<String, String> metadata) {
		metadata.forEach((name, value) -> reply.header(PREFIX + name, value));
	}

}
