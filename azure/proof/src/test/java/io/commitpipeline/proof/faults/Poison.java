package io.commitpipeline.proof.faults;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Bodies that can never be counted.
 */
enum Poison {

	/** Text. */
	NO_JSON((body, random) -> bytes("hello")),

	/** Nothing at all. */
	EMPTY((body, random) -> new byte[0]),

	/** JSON that is no object. */
	ARRAY((body, random) -> bytes("[" + body + "]")),

	/** Deeper than a parser goes. */
	DEEP((body, random) -> bytes("{\"x\":" + "[".repeat(100_000))),

	/** An object and more. */
	TRAILING((body, random) -> bytes(body + "x")),

	/** Cut off. */
	CUT((body, random) -> bytes(body.substring(0, body.length() / 2))),

	/** A text that PostgreSQL cannot hold. */
	NUL((body, random) -> replaced(body, "\"author\":\"", "\"author\":\"\\u0000")),

	/** Half a character. */
	SURROGATE((body, random) -> replaced(body, "/services/", "/\\ud83d/")),

	/** Bytes that are no UTF-8. */
	NO_UTF8((body, random) -> replaced(body, "\"m\"", "\"\u00c3(\"")),

	/** What Python writes for an empty cell. */
	NAN((body, random) -> replaced(body, "\"lines_deleted\":1", "\"lines_deleted\":NaN")),

	/** No number either. */
	INFINITE((body, random) -> replaced(body, "0.5,", "Infinity,")),

	/** One more than fits. */
	TOO_MANY_LINES((body, random) -> replaced(body, "\"lines_deleted\":1", "\"lines_deleted\":2147483648")),

	/** A number whose digits would fill the memory. */
	HUGE_EXPONENT((body, random) -> replaced(body, "0.5,", "1e999999999,")),

	/** Below the least. */
	NEGATIVE((body, random) -> replaced(body, "0.5,", "-0.5,")),

	/** Part of a line. */
	FRACTION((body, random) -> replaced(body, "\"lines_deleted\":1", "\"lines_deleted\":1.5")),

	/** Something is not there. */
	MISSING((body, random) -> replaced(body, "\"entropy\":0.5,", "")),

	/** Nearly as large as the hub takes. */
	LARGE((body, random) -> bytes("x".repeat(900_000))),

	/** A valid commit that PostgreSQL has no room for in an index. */
	UNINDEXABLE_AUTHOR((body, random) -> replaced(body, "\"author\":\"", "\"author\":\"" + noise(random))),

	/** The same in another table. */
	UNINDEXABLE_COMPONENT((body, random) -> replaced(body, "/services/", "/" + noise(random) + "/"));

	private final BiFunction<String, Random, byte[]> body;

	Poison(BiFunction<String, Random, byte[]> body) {
		this.body = body;
	}

	byte[] body(byte[] healthy, Random random) {
		return this.body.apply(new String(healthy, StandardCharsets.UTF_8), random);
	}

	private static byte[] replaced(String body, String part, String other) {
		if (!body.contains(part)) {
			throw new IllegalStateException(body + " holds no " + part);
		}
		return body.replace(part, other).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Compression must not make it fit. */
	private static String noise(Random random) {
		byte[] bytes = new byte[20_000];
		random.nextBytes(bytes);
		StringBuilder text = new StringBuilder();
		for (byte each : bytes) {
			text.append((char) ('A' + (each & 15)));
		}
		return text.toString();
	}

}
