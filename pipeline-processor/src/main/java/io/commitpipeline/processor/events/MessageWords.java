package io.commitpipeline.processor.events;

/**
 * A message as its words: in lower case, without what differs from commit to commit
 * though the author says the same, such as numbers, punctuation and identifiers.
 */
public final class MessageWords {

	private static final int LONGEST_WORD = 40;

	private static final int MOST = 24;

	private MessageWords() {
	}

	/**
	 * @return the first words that consist of letters, with a space between them
	 */
	public static String of(String message) {
		StringBuilder words = new StringBuilder();
		int start = 0;
		int found = 0;
		while (start < message.length() && found < MOST) {
			int end = start;
			boolean letters = true;
			for (; end < message.length() && Character.isLetterOrDigit(message.charAt(end)); end++) {
				letters &= Character.isLetter(message.charAt(end));
			}
			if (end > start && letters) {
				append(words, message, start, Math.min(end, start + LONGEST_WORD));
				found++;
			}
			start = end + 1;
		}
		return words.toString();
	}

	private static void append(StringBuilder words, String message, int start, int end) {
		if (!words.isEmpty()) {
			words.append(' ');
		}
		for (int i = start; i < end; i++) {
			words.append(Character.toLowerCase(message.charAt(i)));
		}
	}

}
