package io.commitpipeline.processor.unusual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of messages and the pairs of words next to each other: who uses them how
 * often.
 */
class Phrases {

	private final Map<String, Set<String>> ofMessages = new HashMap<>();

	private final Map<String, Map<String, Long>> uses = new HashMap<>();

	static Phrases of(List<AuthorProfile> authors) {
		Phrases phrases = new Phrases();
		authors.forEach((author) -> author.messages()
			.forEach((message, uses) -> phrases.in(message).forEach((phrase) -> phrases.add(phrase, author, uses))));
		return phrases;
	}

	private void add(String phrase, AuthorProfile author, long uses) {
		this.uses.computeIfAbsent(phrase, (absent) -> new HashMap<>()).merge(author.author(), uses, Long::sum);
	}

	Set<String> in(String message) {
		return this.ofMessages.computeIfAbsent(message, Phrases::split);
	}

	/**
	 * @return uses by phrase and author
	 */
	Map<String, Map<String, Long>> uses() {
		return this.uses;
	}

	private static Set<String> split(String message) {
		Set<String> phrases = new HashSet<>();
		String previous = null;
		for (String word : message.split(" ")) {
			if (!word.isEmpty()) {
				phrases.add(word);
			}
			if (previous != null) {
				phrases.add(previous + " " + word);
			}
			previous = word;
		}
		return phrases;
	}

}
