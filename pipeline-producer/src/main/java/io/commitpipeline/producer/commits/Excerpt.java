package io.commitpipeline.producer.commits;

/**
 * Foreign text as it may stand in a sentence: bounded, on one line.
 */
final class Excerpt {

	private static final int LENGTH = 60;

	private Excerpt() {
	}

	static String of(String text) {
		String shown = (text.length() > LENGTH) ? text.substring(0, LENGTH) + "…" : text;
		return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
	}

}
