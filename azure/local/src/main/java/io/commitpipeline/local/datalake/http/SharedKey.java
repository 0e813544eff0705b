package io.commitpipeline.local.datalake.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Collator;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a request was signed with the account's key.
 */
public final class SharedKey {

	private static final String SCHEME = "SharedKey ";

	private static final String HMAC = "HmacSHA256";

	private static final List<String> SIGNED_HEADERS = List.of("Content-Encoding", "Content-Language", "Content-Length",
			"Content-MD5", "Content-Type", "Date", "If-Modified-Since", "If-Match", "If-None-Match",
			"If-Unmodified-Since", "Range");

	private final String account;

	private final SecretKeySpec key;

	public SharedKey(String account, String base64Key) {
		this.account = account;
		this.key = new SecretKeySpec(Base64.getDecoder().decode(base64Key), HMAC);
	}

	/**
	 * Lets the request pass, or ends it.
	 * @param exchange the request
	 * @throws ServiceException if it is not signed, or wrongly
	 */
	public void check(Exchange exchange) {
		String authorization = exchange.header("Authorization").orElse(null);
		if (authorization == null) {
			throw (exchange.query("sig").isPresent() ? ServiceError.NOT_IMPLEMENTED : ServiceError.NO_AUTHENTICATION)
				.exception();
		}
		if (!authorization.startsWith(SCHEME + this.account + ":")) {
			throw ServiceError.AUTHENTICATION_FAILED.exception();
		}
		byte[] signature = authorization.substring(SCHEME.length() + this.account.length() + 1)
			.getBytes(StandardCharsets.US_ASCII);
		if (Dialect.all().noneMatch((each) -> MessageDigest.isEqual(signature, sign(textToSign(exchange, each))))) {
			throw ServiceError.AUTHENTICATION_FAILED.exception();
		}
	}

	private byte[] sign(String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + HMAC, ex);
		}
	}

	private String textToSign(Exchange exchange, Dialect dialect) {
		String headers = SIGNED_HEADERS.stream()
			.map((name) -> signedValue(exchange, name))
			.collect(Collectors.joining("\n"));
		return exchange.signedMethod() + "\n" + headers + "\n" + serviceHeaders(exchange, dialect.order())
				+ resource(exchange, dialect);
	}

	private static String signedValue(Exchange exchange, String name) {
		String value = exchange.header(name).orElse("");
		boolean emptyBody = name.equals("Content-Length") && value.equals("0");
		boolean replaced = name.equals("Date") && exchange.header("x-ms-date").isPresent();
		return (emptyBody || replaced) ? "" : value;
	}

	private static String serviceHeaders(Exchange exchange, Comparator<String> order) {
		Map<String, String> sorted = new TreeMap<>(order.thenComparing(Comparator.naturalOrder()));
		exchange.headers("x-ms-").forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
		return sorted.entrySet()
			.stream()
			.map((each) -> each.getKey() + ":" + each.getValue() + "\n")
			.collect(Collectors.joining());
	}

	private String resource(Exchange exchange, Dialect dialect) {
		StringBuilder resource = new StringBuilder("/" + this.account + exchange.rawPath());
		exchange.parameters()
			.forEach((name, values) -> resource.append('\n')
				.append(name)
				.append(':')
				.append(values.stream()
					.flatMap(dialect::pieces)
					.sorted(dialect.order())
					.collect(Collectors.joining(","))));
		return resource.toString();
	}

	/**
	 * What SDKs do not agree on.
	 *
	 * @param order the order of names that hold a dash or an underscore
	 * @param splits whether a comma within a value ends it, as for Java
	 */
	private record Dialect(Comparator<String> order, boolean splits) {

		static Stream<Dialect> all() {
			Comparator<String> collator = Collator.getInstance(Locale.ROOT)::compare;
			return Stream.of(collator, Comparator.<String>naturalOrder())
				.flatMap((order) -> Stream.of(new Dialect(order, true), new Dialect(order, false)));
		}

		Stream<String> pieces(String value) {
			return this.splits ? Stream.of(value.split(",")) : Stream.of(value);
		}

	}

}
