package io.commitpipeline.processor.hotpath;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.events.ReceivedEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Events that are nearly sound, and some that are.
 */
final class FuzzedEvents {

	private static final List<String> SCRAPS = List.of("NaN", "-Infinity", "1e999999999", "1e-999999999",
			"1e99999999999", "-1", "-0.0", "0.00005", "21.0", "9223372036854775808", "2147483648", "\\u0000", "\\ud83d",
			"\\udc00", "\\", "\"", "{", "}", "[[[[", "]", ",", ":", "null", "true", "\0", "\uFEFF", "🎉", "\"author\":",
			"\"entropy\":", "\"time\":", "\"x\":{\"y\":[1]},", "//", "'", " ", "\n");

	private static final byte[] COMMIT = """
			{"commit_id":"c_1","author":"person_1","time":543,"file_path":"/services/billing/a.py","lines_added":21,\
			"lines_deleted":14,"entropy":0.5674,"message":"address","ingest_timestamp":1764000000.123}"""
		.getBytes(StandardCharsets.UTF_8);

	private FuzzedEvents() {
	}

	static Arbitrary<ReceivedEvent> all() {
		return Combinators.combine(damaged(COMMIT), properties())
			.as((body, properties) -> TestEvents.event(0, properties, body));
	}

	/** One after the other in a partition. */
	static List<ReceivedEvent> sample(int size, long seed) {
		List<ReceivedEvent> events = new ArrayList<>();
		Random random = new Random(seed);
		JqwikSession.run(() -> {
			RandomGenerator<ReceivedEvent> generator = all().generator(size);
			for (int i = 0; i < size; i++) {
				ReceivedEvent event = generator.next(random).value();
				events.add(TestEvents.event(i, event.properties(), event.body()));
			}
		});
		return events;
	}

	private static Arbitrary<Map<String, Object>> properties() {
		Arbitrary<Object> run = value(TestEvents.RUN.toString());
		Arbitrary<Object> row = value("17");
		return Combinators.combine(run.injectNull(0.1), row.injectNull(0.1), value("x")).as((id, number, other) -> {
			Map<String, Object> properties = new HashMap<>();
			properties.put("replay-id", id);
			properties.put("replay-row", number);
			properties.put(String.valueOf(other), other);
			return properties;
		});
	}

	/** Texts above all, and what other senders may set. */
	private static Arbitrary<Object> value(String sound) {
		Arbitrary<Object> text = damaged(sound.getBytes(StandardCharsets.UTF_8))
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
		return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(sound)), Tuple.of(4, text), Tuple.of(1, Arbitraries
			.of(17L, -1, Double.NaN, true, '\0', new UUID(0, 0), "\ud83d", List.of(1), new byte[] { 0 })));
	}

	private static Arbitrary<byte[]> damaged(byte[] sound) {
		return Combinators
			.combine(Arbitraries.integers().between(0, sound.length), Arbitraries.integers().between(0, 8), scraps())
			.as(Damage::new)
			.list()
			.ofMaxSize(4)
			.map((damages) -> {
				byte[] damaged = sound;
				for (Damage damage : damages) {
					damaged = damage.applied(damaged);
				}
				return damaged;
			});
	}

	private static Arbitrary<byte[]> scraps() {
		return Arbitraries.oneOf(Arbitraries.of(SCRAPS).map((text) -> text.getBytes(StandardCharsets.UTF_8)),
				Arbitraries.bytes().map((one) -> new byte[] { one }), Arbitraries.just(new byte[0]));
	}

	/**
	 * Bytes put in place of some.
	 */
	private record Damage(int at, int length, byte[] scrap) {

		byte[] applied(byte[] bytes) {
			int from = Math.min(this.at, bytes.length);
			int to = Math.min(from + this.length, bytes.length);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.write(bytes, 0, from);
			out.writeBytes(this.scrap);
			out.write(bytes, to, bytes.length - to);
			return out.toByteArray();
		}

	}

}
