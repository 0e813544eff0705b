package io.commitpipeline.local.datalake.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decoded parameters of a query, by names in lower case.
 */
final class QueryParameters {

	private final TreeMap<String, List<String>> values;

	private QueryParameters(TreeMap<String, List<String>> values) {
		this.values = values;
	}

	static QueryParameters of(String rawQuery) {
		if (rawQuery == null || rawQuery.isEmpty()) {
			return new QueryParameters(new TreeMap<>());
		}
		return new QueryParameters(Stream.of(rawQuery.split("&"))
			.filter((each) -> !each.isEmpty())
			.map((each) -> each.split("=", 2))
			.collect(Collectors.groupingBy((each) -> UriText.decodeQuery(each[0]).toLowerCase(Locale.ROOT),
					TreeMap::new, Collectors.mapping((each) -> (each.length > 1) ? UriText.decodeQuery(each[1]) : "",
							Collectors.toList()))));
	}

	Optional<String> first(String name) {
		return Optional.ofNullable(this.values.get(name)).map((each) -> each.get(0));
	}

	TreeMap<String, List<String>> sorted() {
		return this.values;
	}

}
