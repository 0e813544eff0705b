package io.commitpipeline.local.datalake.store;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name on disk of one segment of a path: the segment itself, but for the few
 * characters that some platform cannot hold, which are percent-encoded.
 */
final class DiskName {

	private static final String FORBIDDEN = "\\:*?\"<>|";

	private static final HexFormat HEX = HexFormat.of().withPrefix("%").withUpperCase();

	private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

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
				name.append(HEX.formatHex(segment.substring(index, next).getBytes(StandardCharsets.UTF_8)));
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

	static String decode(String name) {
		return ESCAPES.matcher(name)
			.replaceAll((escapes) -> Matcher
				.quoteReplacement(new String(HEX.parseHex(escapes.group()), StandardCharsets.UTF_8)));
	}

	private static boolean isEscape(String text, int index) {
		return index + 2 < text.length() && HexFormat.isHexDigit(text.charAt(index + 1))
				&& HexFormat.isHexDigit(text.charAt(index + 2));
	}

}
