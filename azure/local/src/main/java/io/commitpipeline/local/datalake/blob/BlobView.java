package io.commitpipeline.local.datalake.blob;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jetty.server.LocalConnector;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.LeaseOperation;
import io.commitpipeline.local.datalake.http.Operation;
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.View;
import io.commitpipeline.local.datalake.store.Failure;
import io.commitpipeline.local.datalake.store.Store;

import static java.util.Map.entry;

/**
 * Blob Storage as its REST interface shows it.
 */
public final class BlobView implements View {

	private final Map<String, Operation> operations;

	/**
	 * Shows a store.
	 * @param store the store
	 * @param embedded serves requests that come within others
	 */
	public BlobView(Store store, LocalConnector embedded) {
		BatchOperation batch = new BatchOperation(embedded);
		ContainerOperations containers = new ContainerOperations(store);
		BlobOperations blobs = new BlobOperations(store);
		BlockOperations blocks = new BlockOperations(store);
		this.operations = Map.ofEntries(entry("GET account list", containers::list),
				entry("GET account properties", BlobView::accountProperties),
				entry("HEAD account properties", BlobView::accountProperties), entry("POST account batch", batch),
				entry("POST container batch", batch), entry("PUT container", containers::create),
				entry("GET container", containers::properties), entry("HEAD container", containers::properties),
				entry("DELETE container", containers::delete), entry("PUT container metadata", containers::setMetadata),
				entry("GET container metadata", containers::properties),
				entry("GET container list", new ListOperation(store.lists(), store.leases())),
				entry("PUT blob", blobs::put), entry("GET blob", blobs::get), entry("HEAD blob", blobs::get),
				entry("DELETE blob", blobs::delete), entry("PUT blob metadata", blobs::setMetadata),
				entry("GET blob metadata", blobs::getMetadata), entry("HEAD blob metadata", blobs::getMetadata),
				entry("PUT blob properties", blobs::setProperties), entry("PUT blob block", blocks::put),
				entry("PUT blob blocklist", blocks::commit), entry("GET blob blocklist", blocks::list),
				entry("PUT blob lease", new LeaseOperation(store.leases(), store.paths())));
	}

	@Override
	public void handle(Exchange exchange) throws IOException {
		Operation operation = this.operations.get(name(exchange));
		if (operation == null || exchange.query("snapshot").isPresent() || exchange.query("versionid").isPresent()) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		operation.run(exchange);
	}

	private static String name(Exchange exchange) {
		String component = exchange.query("comp").orElse("").toLowerCase(Locale.ROOT);
		return (exchange.method() + " " + level(exchange) + " " + component).strip();
	}

	private static String level(Exchange exchange) {
		if (exchange.asks("restype", "account") || exchange.target().isAccount()) {
			return exchange.asks("restype", "service") ? "service" : "account";
		}
		return exchange.asks("restype", "container") ? "container" : "blob";
	}

	private static void accountProperties(Exchange exchange) throws IOException {
		exchange.reply(200)
			.header("x-ms-sku-name", "Standard_LRS")
			.header("x-ms-account-kind", "StorageV2")
			.header("x-ms-is-hns-enabled", "true")
			.empty();
	}

	@Override
	public ServiceError error(Failure failure) {
		return BlobErrors.of(failure);
	}

	@Override
	public void reply(Reply reply, ServiceError error) throws IOException {
		Xml body = new Xml().start("Error").element("Code", error.code()).element("Message", error.message()).end();
		reply.header("x-ms-error-code", error.code()).body(Xml.CONTENT_TYPE, body.toBytes());
	}

}
