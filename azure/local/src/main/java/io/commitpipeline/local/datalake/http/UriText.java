package io.commitpipeline.local.datalake.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoded text of addresses. A plus is a plus in a path.
 */
final class UriText {

	private UriText() {
	}

	/** Byte by byte, since what is no UTF-8 is refused here and replaced by Java. */
	static String decode(String text) {
		try {
			byte[] encoded = text.replace("+", "%2B").getBytes(StandardCharsets.UTF_8);
			String decoded = URLDecoder.decode(new String(encoded, StandardCharsets.ISO_8859_1),
					StandardCharsets.ISO_8859_1);
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(decoded.getBytes(StandardCharsets.ISO_8859_1)))
				.toString();
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw ServiceError.INVALID_URI.exception();
		}
	}

}
