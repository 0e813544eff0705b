package io.commitpipeline.local.datalake.dfs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.store.Properties;

/**
 * The header {@code x-ms-properties}: metadata as {@code name=base64,...}.
 */
final class PropertiesHeader {

	private static final String NAME = "x-ms-properties";

	private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

	private PropertiesHeader() {
	}

	static Map<String, String> read(Exchange exchange) {
		Map<String, String> metadata = new TreeMap<>();
		exchange.header(NAME)
			.filter((value) -> !value.isEmpty())
			.stream()
			.flatMap(SEPARATOR::splitAsStream)
			.map((each) -> each.split("=", 2))
			.forEach((pair) -> metadata.put(pair[0], decode(pair)));
		return metadata;
	}

	private static String decode(String[] pair) {
		try {
			return new String(Base64.getDecoder().decode(pair[1]), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw ServiceError.INVALID_HEADER.exception();
		}
	}

	static String write(Properties properties) {
		return new TreeMap<>(properties.metadata()).entrySet()
			.stream()
			.map((each) -> each.getKey() + "="
					+ Base64.getEncoder().encodeToString(each.getValue().getBytes(StandardCharsets.UTF_8)))
			.collect(Collectors.joining(","));
	}

}
