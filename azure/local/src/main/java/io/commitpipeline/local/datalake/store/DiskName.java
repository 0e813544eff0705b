package io.commitpipeline.local.datalake.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The file name on disk of one segment of a path: the segment itself, but for the few
 * characters that some platform cannot hold, which are percent-encoded.
 */
final class DiskName {

	private static final String FORBIDDEN = "\\:*?\"<>|";

	private static final Charset PLATFORM = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

	/** File systems hold 255 bytes; the rest is for the suffixes of the shadow tree. */
	private static final int LONGEST = 240;

	private DiskName() {
	}

	static boolean holds(String segment) {
		boolean leadsElsewhere = segment.isEmpty() || segment.equals(".") || segment.equals("..");
		return !leadsElsewhere && encode(segment).getBytes(StandardCharsets.UTF_8).length <= LONGEST;
	}

	static String encode(String segment) {
		StringBuilder name = new StringBuilder(segment.length());
		for (int index = 0; index < segment.length();) {
			int codePoint = segment.codePointAt(index);
			int next = index + Character.charCount(codePoint);
			if (mustEscape(segment, index, codePoint)) {
				escape(name, segment.substring(index, next));
			}
			else {
				name.appendCodePoint(codePoint);
			}
			index = next;
		}
		return name.toString();
	}

	private static boolean mustEscape(String segment, int index, int codePoint) {
		boolean last = index == segment.length() - 1;
		if (codePoint == '%') {
			return isEscape(segment, index);
		}
		return codePoint < ' ' || codePoint == 0x7f || FORBIDDEN.indexOf(codePoint) >= 0
				|| (last && (codePoint == '.' || codePoint == ' ')) || (codePoint > 0x7f && !platformHolds(codePoint));
	}

	private static boolean platformHolds(int codePoint) {
		return PLATFORM.equals(StandardCharsets.UTF_8)
				|| PLATFORM.newEncoder().canEncode(Character.toString(codePoint));
	}

	private static void escape(StringBuilder name, String character) {
		for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
			name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
		}
	}

	static String decode(String name) {
		if (name.indexOf('%') < 0) {
			return name;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
		for (int index = 0; index < name.length();) {
			if (name.charAt(index) == '%' && isEscape(name, index)) {
				bytes.write(HexFormat.fromHexDigits(name, index + 1, index + 3));
				index += 3;
			}
			else {
				int next = name.offsetByCodePoints(index, 1);
				bytes.writeBytes(name.substring(index, next).getBytes(StandardCharsets.UTF_8));
				index = next;
			}
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static boolean isEscape(String text, int index) {
		return index + 2 < text.length() && HexFormat.isHexDigit(text.charAt(index + 1))
				&& HexFormat.isHexDigit(text.charAt(index + 2));
	}

}
