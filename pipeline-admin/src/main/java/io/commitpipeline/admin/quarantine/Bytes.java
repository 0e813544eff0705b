package io.commitpipeline.admin.quarantine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Bytes as people read them.
 */
record Bytes(byte[] bytes) {

	private static final int PER_LINE = 16;

	private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

	/**
	 * The bytes as text.
	 * @return the text, null if they are no UTF-8
	 */
	public String text() {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * The bytes as a table: position, hexadecimal, ASCII.
	 */
	public String hex() {
		StringBuilder lines = new StringBuilder();
		for (int from = 0; from < this.bytes.length; from += PER_LINE) {
			int to = Math.min(from + PER_LINE, this.bytes.length);
			lines.append(String.format(Locale.ROOT, "%08x  %-47s  %s%n", from, HEX.formatHex(this.bytes, from, to),
					ascii(from, to)));
		}
		return lines.toString();
	}

	private String ascii(int from, int to) {
		StringBuilder line = new StringBuilder();
		for (int i = from; i < to; i++) {
			line.append((this.bytes[i] >= ' ' && this.bytes[i] < 0x7F) ? (char) this.bytes[i] : '.');
		}
		return line.toString();
	}

}
