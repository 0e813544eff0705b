package io.commitpipeline.local.datalake.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoded text of addresses. A plus is a plus in a path.
 */
final class UriText {

	private UriText() {
	}

	static String decode(String text) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		for (int index = 0; index < text.length();) {
			if (text.charAt(index) == '%') {
				bytes.write(escaped(text, index));
				index += 3;
			}
			else {
				int next = text.offsetByCodePoints(index, 1);
				bytes.writeBytes(text.substring(index, next).getBytes(StandardCharsets.UTF_8));
				index = next;
			}
		}
		return utf8(bytes.toByteArray());
	}

	private static int escaped(String text, int index) {
		try {
			return HexFormat.fromHexDigits(text, index + 1, index + 3);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw ServiceError.INVALID_URI.exception();
		}
	}

	private static String utf8(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw ServiceError.INVALID_URI.exception();
		}
	}

}
