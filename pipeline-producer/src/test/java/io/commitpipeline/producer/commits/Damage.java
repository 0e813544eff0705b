package io.commitpipeline.producer.commits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Bytes put in place of some in a row.
 */
record Damage(int at, int length, byte[] scrap) {

	private static final List<String> SCRAPS = List.of("\"", "\"\"", "\",\"", ",", "\n", "\r", "\r\n", "\0", "-1",
			"1e999999", "NaN", "2147483648", "0.00005", "\uFEFF", "🎉", " ", "\t", "'", "\\", "c,c,1,/a,1,1,1,m\n");

	/** Rows that are nearly sound, and rows of scraps alone. */
	static Arbitrary<byte[]> rows(byte[] sound) {
		Arbitrary<Damage> damage = Combinators
			.combine(Arbitraries.integers().between(0, sound.length), Arbitraries.integers().between(0, 8), scraps())
			.as(Damage::new);
		return Arbitraries.oneOf(damage.list().ofMaxSize(4).map((all) -> applied(sound, all)),
				scraps().list().ofMinSize(1).ofMaxSize(4).map(Damage::joined));
	}

	private static Arbitrary<byte[]> scraps() {
		return Arbitraries.oneOf(Arbitraries.of(SCRAPS).map((text) -> text.getBytes(StandardCharsets.UTF_8)),
				Arbitraries.bytes().map((one) -> new byte[] { one }), Arbitraries.just(new byte[0]));
	}

	private static byte[] applied(byte[] row, List<Damage> damages) {
		byte[] damaged = row;
		for (Damage damage : damages) {
			damaged = damage.applied(damaged);
		}
		return damaged;
	}

	private byte[] applied(byte[] row) {
		int from = Math.min(this.at, row.length);
		int to = Math.min(from + this.length, row.length);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(row, 0, from);
		out.writeBytes(this.scrap);
		out.write(row, to, row.length - to);
		return out.toByteArray();
	}

	private static byte[] joined(List<byte[]> parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		parts.forEach(out::writeBytes);
		return out.toByteArray();
	}

}
