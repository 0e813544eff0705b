package io.commitpipeline.local.datalake.dfs;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

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
 * Data Lake Storage Gen2 as its REST interface shows it.
 */
public final class DfsView implements View {

	private static final String RENAME_SOURCE = "x-ms-rename-source";

	private final Map<String, Operation> operations;

	/**
	 * Shows a store.
	 * @param store the store
	 * @param read a plain read, which is the same in both views
	 */
	public DfsView(Store store, Operation read) {
		FileSystemOperations fileSystems = new FileSystemOperations(store);
		PathOperations paths = new PathOperations(store);
		WriteOperations writes = new WriteOperations(store);
		this.operations = Map.ofEntries(entry("GET account", fileSystems::list),
				entry("PUT filesystem", fileSystems::create), entry("HEAD filesystem", fileSystems::properties),
				entry("PATCH filesystem", fileSystems::setProperties), entry("DELETE filesystem", fileSystems::delete),
				entry("GET filesystem", new ListOperation(store.lists())), entry("PUT file", paths::createFile),
				entry("PUT directory", paths::createDirectory), entry("PUT rename", paths::rename),
				entry("HEAD getaccesscontrol", paths::accessControl), entry("HEAD getstatus", paths::status),
				entry("DELETE", paths::delete), entry("GET", read), entry("HEAD", paths::status),
				entry("PATCH append", writes::append), entry("PATCH flush", writes::flush),
				entry("PATCH setproperties", writes::setProperties),
				entry("POST", new LeaseOperation(store.leases(), store.paths())));
	}

	/**
	 * Whether a request speaks this view's language. Both views know plain reads and
	 * deletes; who would read their errors in JSON is a Data Lake client.
	 * @param exchange the request
	 * @return whether it does
	 */
	public static boolean speaks(Exchange exchange) {
		return exchange.query("resource").isPresent() || exchange.query("action").isPresent()
				|| exchange.query("recursive").isPresent() || exchange.method().equals("PATCH")
				|| (exchange.method().equals("POST") && isPlain(exchange)) || exchange.header(RENAME_SOURCE).isPresent()
				|| (isPlain(exchange) && readsJson(exchange));
	}

	private static boolean isPlain(Exchange exchange) {
		return !exchange.method().equals("PUT") && exchange.query("comp").isEmpty()
				&& exchange.query("restype").isEmpty();
	}

	private static boolean readsJson(Exchange exchange) {
		return exchange.header("Accept").filter((types) -> types.startsWith("application/json")).isPresent();
	}

	@Override
	public void handle(Exchange exchange) throws IOException {
		Operation operation = this.operations.get(name(exchange));
		if (operation == null || takesLeaseBesides(exchange)) {
			throw ServiceError.NOT_IMPLEMENTED.exception();
		}
		operation.run(exchange);
	}

	private static boolean takesLeaseBesides(Exchange exchange) {
		return !exchange.method().equals("POST") && (exchange.header("x-ms-lease-action").isPresent()
				|| exchange.header("x-ms-proposed-lease-id").isPresent());
	}

	private static String name(Exchange exchange) {
		String what = exchange.header(RENAME_SOURCE).isPresent() ? "rename"
				: exchange.query("action").or(() -> exchange.query("resource")).orElse("");
		return (exchange.method() + " " + what.toLowerCase(Locale.ROOT)).strip();
	}

	@Override
	public ServiceError error(Failure failure) {
		return DfsErrors.of(failure);
	}

	@Override
	public void reply(Reply reply, ServiceError error) throws IOException {
		reply.header("x-ms-error-code", error.code())
			.json(Map.of("error", Map.of("code", error.code(), "message", error.message())));
	}

}
