package io.commitpipeline.local.eventhubs.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import io.commitpipeline.local.eventhubs.broker.RefusedException.Reason;

/**
 * A shared access signature. See "Authenticate access to Event Hubs resources using
 * shared access signatures" in Microsoft's documentation.
 *
 * @param resource what it is for, as a URI
 * @param signature over the signed text
 * @param expiresAt when it ends
 * @param keyName the key it is signed with
 * @param signedText resource and expiry as they stand in the token
 */
record SasToken(String resource, String signature, Instant expiresAt, String keyName, String signedText) {

	private static final String SCHEME = "SharedAccessSignature ";

	static SasToken parse(String text) throws RefusedException {
		if (!text.startsWith(SCHEME)) {
			throw malformed("it does not begin with '%s'".formatted(SCHEME.trim()));
		}
		Map<String, String> fields = fields(text.substring(SCHEME.length()));
		String resource = field(fields, "sr");
		String expiry = field(fields, "se");
		try {
			return new SasToken(decoded(resource), decoded(field(fields, "sig")),
					Instant.ofEpochSecond(Long.parseLong(decoded(expiry))), decoded(field(fields, "skn")),
					resource + "\n" + expiry);
		}
		catch (IllegalArgumentException ex) {
			throw malformed(ex.getMessage());
		}
	}

	private static Map<String, String> fields(String text) {
		Map<String, String> fields = new HashMap<>();
		for (String field : text.split("&")) {
			String[] parts = field.split("=", 2);
			fields.put(parts[0], (parts.length > 1) ? parts[1] : "");
		}
		return fields;
	}

	private static String field(Map<String, String> fields, String name) throws RefusedException {
		String value = fields.get(name);
		if (value == null) {
			throw malformed("it has no '%s'".formatted(name));
		}
		return value;
	}

	private static String decoded(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	private static RefusedException malformed(String why) {
		return new RefusedException(Reason.AUTH_FAILED, "InvalidSignature: The token is malformed: %s.".formatted(why));
	}

}
