package io.commitpipeline.local.datalake.http;

import java.util.List;
import java.util.stream.Stream;

import io.commitpipeline.local.datalake.store.Conditions;

/**
 * The four conditional headers.
 */
public final class ConditionHeaders {

	private ConditionHeaders() {
	}

	/**
	 * The conditions on the resource.
	 * @param exchange the request
	 * @return what must hold
	 */
	public static Conditions of(Exchange exchange) {
		return of(exchange, "", "x-ms-lease-id");
	}

	/**
	 * The conditions on the source of a rename.
	 * @param exchange the request
	 * @return what must hold
	 */
	public static Conditions ofSource(Exchange exchange) {
		return of(exchange, "x-ms-source-", "x-ms-source-lease-id");
	}

	private static Conditions of(Exchange exchange, String prefix, String lease) {
		return new Conditions(tags(exchange, prefix + "If-Match"), tags(exchange, prefix + "If-None-Match"),
				exchange.header(prefix + "If-Modified-Since").map(HttpDates::parse).orElse(null),
				exchange.header(prefix + "If-Unmodified-Since").map(HttpDates::parse).orElse(null),
				exchange.header(lease).filter((id) -> !id.isEmpty()));
	}

	private static List<String> tags(Exchange exchange, String header) {
		return exchange.header(header)
			.stream()
			.flatMap((value) -> Stream.of(value.split(",")))
			.map((tag) -> tag.strip().replace("\"", ""))
			.toList();
	}

}
