package io.commitpipeline.local.datalake.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.commitpipeline.local.datalake.store.ContentProperty;
import io.commitpipeline.local.datalake.store.Properties;

/**
 * The headers that tell of a file's content.
 */
public final class ContentHeaders {

	private static final String DEFAULT_TYPE = "application/octet-stream";

	private static final Map<ContentProperty, String> NAMES = new EnumMap<>(
			Map.of(ContentProperty.TYPE, "content-type", ContentProperty.ENCODING, "content-encoding",
					ContentProperty.LANGUAGE, "content-language", ContentProperty.DISPOSITION, "content-disposition",
					ContentProperty.CACHE_CONTROL, "cache-control", ContentProperty.MD5, "content-md5"));

	private ContentHeaders() {
	}

	/**
	 * The properties that a request sets.
	 * @param exchange the request
	 * @param prefix what the names of these headers start with in its view
	 * @return those that it names
	 */
	public static Map<ContentProperty, String> read(Exchange exchange, String prefix) {
		Map<ContentProperty, String> content = new EnumMap<>(ContentProperty.class);
		NAMES.forEach((property, name) -> exchange.header(prefix + name)
			.filter((value) -> !value.isEmpty())
			.ifPresent((value) -> content.put(property, value)));
		return content;
	}

	public static void write(Reply reply, Properties properties) {
		NAMES.forEach((property, name) -> reply.header(name, value(properties, property)));
	}

	public static Optional<String> value(Properties properties, ContentProperty property) {
		String fallback = (property == ContentProperty.TYPE) ? DEFAULT_TYPE : null;
		return Optional.ofNullable(properties.content().getOrDefault(property, fallback));
	}

}
