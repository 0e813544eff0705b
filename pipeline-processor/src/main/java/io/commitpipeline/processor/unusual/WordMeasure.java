package io.commitpipeline.processor.unusual;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * Commits with phrases that hardly anyone else uses: all but a few authors use them not
 * at all, or less than a tenth as often.
 */
class WordMeasure implements Measure {

	/** So many of all authors may share a vocabulary, and it is still their own. */
	private static final double ACCOMPLICES = 0.15;

	private static final double HARDLY = 0.1;

	/** Once is chance. */
	private static final long FEWEST_USES = 2;

	private static final int SHOWN = 12;

	private static final int NAMED = 3;

	@Override
	public Signal signal() {
		return Signal.WORDS;
	}

	@Override
	public Map<String, Measured> of(List<AuthorProfile> authors) {
		Phrases phrases = Phrases.of(authors);
		Map<String, Long> written = authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author, AuthorProfile::writtenMessages));
		Map<String, Map<String, Bar>> own = ownPhrases(phrases, written);
		return authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author,
					(author) -> measured(author, phrases, own.getOrDefault(author.author(), Map.of()))));
	}

	private static Map<String, Map<String, Bar>> ownPhrases(Phrases phrases, Map<String, Long> written) {
		int accomplices = (int) Math.max(1, written.size() * ACCOMPLICES);
		Map<String, Map<String, Bar>> own = new HashMap<>();
		phrases.uses().forEach((phrase, uses) -> {
			Function<String, Double> rate = (author) -> uses.get(author) / (double) written.get(author);
			double ordinary = uses.keySet()
				.stream()
				.map(rate)
				.sorted(Comparator.reverseOrder())
				.skip(accomplices)
				.findFirst()
				.orElse(0.0);
			uses.keySet()
				.stream()
				.filter((author) -> uses.get(author) >= FEWEST_USES && ordinary <= rate.apply(author) * HARDLY)
				.forEach((author) -> own.computeIfAbsent(author, (absent) -> new HashMap<>())
					.put(phrase, Bar.of(phrase, rate.apply(author), ordinary).with(note(author, uses))));
		});
		return own;
	}

	private static String note(String author, Map<String, Long> uses) {
		TreeSet<String> others = new TreeSet<>(uses.keySet());
		others.remove(author);
		String times = uses.get(author) + " times; ";
		if (others.isEmpty()) {
			return times + "nobody else";
		}
		String names = others.stream().limit(NAMED).collect(Collectors.joining(", "));
		return times + "else only " + names
				+ ((others.size() > NAMED) ? " and " + (others.size() - NAMED) + " more" : "");
	}

	private static Measured measured(AuthorProfile author, Phrases phrases, Map<String, Bar> own) {
		long uses = author.messages()
			.entrySet()
			.stream()
			.filter((message) -> phrases.in(message.getKey()).stream().anyMatch(own::containsKey))
			.mapToLong(Map.Entry::getValue)
			.sum();
		List<Bar> bars = own.values()
			.stream()
			.sorted(Comparator.comparing(Bar::own).reversed().thenComparing(Bar::label))
			.limit(SHOWN)
			.toList();
		return new Measured(new Share(uses, author.writtenMessages()),
				"%s of the messages hold phrases that hardly anyone else uses", bars);
	}

}
