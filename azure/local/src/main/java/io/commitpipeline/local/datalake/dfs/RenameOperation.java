package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;

import io.commitpipeline.local.datalake.http.ConditionHeaders;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.Target;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Location;
import io.commitpipeline.local.datalake.store.Store;

/**
 * Renames a file or directory.
 */
final class RenameOperation implements Operation {

	private final Store store;

	RenameOperation(Store store) {
		this.store = store;
	}

	@Override
	public void run(Exchange exchange) throws IOException {
		Location source = source(exchange);
		if (source.path().isRoot()) {
			throw ServiceError.INVALID_SOURCE.exception();
		}
		Entry entry = this.store.renames()
			.rename(source, ConditionHeaders.ofSource(exchange), exchange.location(), ConditionHeaders.of(exchange));
		exchange.reply(201).version(entry).header("x-ms-request-server-encrypted", "true").empty();
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

}
