package io.commitpipeline.local.datalake.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import io.commitpipeline.local.datalake.store.ContentProperty;
import io.commitpipeline.local.datalake.store.Properties;

/**
 * The headers that tell of a file's content.
 */
public final class ContentHeaders {

	private static final String DEFAULT_TYPE = "application/octet-stream";

	private static final Map<ContentProperty, String> NAMES = new EnumMap<>(
			Map.of(ContentProperty.TYPE, "Content-Type", ContentProperty.ENCODING, "Content-Encoding",
					ContentProperty.LANGUAGE, "Content-Language", ContentProperty.DISPOSITION, "Content-Disposition",
					ContentProperty.CACHE_CONTROL, "Cache-Control", ContentProperty.MD5, "Content-MD5"));

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

	/**
	 * Tells the properties.
	 * @param properties the properties
	 * @param to takes the name and the value of each that is set
	 */
	public static void write(Properties properties, BiConsumer<String, String> to) {
		NAMES.forEach((property, name) -> value(properties, property).ifPresent((value) -> to.accept(name, value)));
	}

	public static Optional<String> value(Properties properties, ContentProperty property) {
		String fallback = (property == ContentProperty.TYPE) ? DEFAULT_TYPE : null;
		return Optional.ofNullable(properties.content().getOrDefault(property, fallback));
	}

}
