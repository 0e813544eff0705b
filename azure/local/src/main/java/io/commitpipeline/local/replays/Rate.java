package io.commitpipeline.local.replays;

/**
 * How fast to replay.
 *
 * @param commitsPerSecond null for as fast as possible
 */
public record Rate(Integer commitsPerSecond) {

	/**
	 * Reads {@code max} or a number.
	 * @param text as somebody typed it
	 * @return the rate
	 * @throws IllegalArgumentException if it is neither
	 */
	public static Rate parse(String text) {
		if (text.equals("max")) {
			return new Rate(null);
		}
		try {
			int rate = Integer.parseInt(text);
			if (rate > 0) {
				return new Rate(rate);
			}
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(expected(text), ex);
		}
		throw new IllegalArgumentException(expected(text));
	}

	private static String expected(String text) {
		return "expected a number of commits per second or max, not '" + text + "'";
	}

}
