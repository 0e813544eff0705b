package io.commitpipeline.local.datalake.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.commitpipeline.local.datalake.store.Conditions;

/**
 * The four conditional headers. A read may combine them; a write has one of them, or a
 * tag beside its date, and then the tag decides.
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
		List<String> match = tags(exchange, prefix + "If-Match");
		List<String> noneMatch = tags(exchange, prefix + "If-None-Match");
		Instant modified = date(exchange, prefix + "If-Modified-Since");
		Instant unmodified = date(exchange, prefix + "If-Unmodified-Since");
		Optional<String> leaseId = exchange.header(lease).filter((id) -> !id.isEmpty());
		if (exchange.reads()) {
			return new Conditions(match, noneMatch, modified, unmodified, leaseId);
		}
		boolean wantsSame = !match.isEmpty() || unmodified != null;
		boolean wantsOther = !noneMatch.isEmpty() || modified != null;
		if (match.size() > 1 || noneMatch.size() > 1 || (wantsSame && wantsOther)) {
			throw ServiceError.MULTIPLE_CONDITIONS.exception();
		}
		return new Conditions(match, noneMatch, noneMatch.isEmpty() ? modified : null,
				match.isEmpty() ? unmodified : null, leaseId);
	}

	private static Instant date(Exchange exchange, String header) {
		return exchange.header(header).map(HttpDates::parse).orElse(null);
	}

	private static List<String> tags(Exchange exchange, String header) {
		return exchange.header(header)
			.stream()
			.flatMap((value) -> Stream.of(value.split(",")))
			.map((tag) -> tag.strip().replace("\"", ""))
			.toList();
	}

}
