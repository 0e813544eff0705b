package io.commitpipeline.processor.unusual;

import java.util.Map;

/**
 * An author's habits in one run.
 *
 * @param messages how often each was written, as its words
 * @param components how often each was touched
 * @param hours commits by hour of the day
 * @param entropies commits by entropy, each a twentieth
 * @param sizes lines changed per commit, on average of each hour with commits, in order
 */
record AuthorProfile(String author, long commits, Map<String, Long> messages, Map<String, Long> components,
		long[] hours, long[] entropies, double[] sizes) {

	static final int HOURS = 24;

	static final int ENTROPIES = 21;

	double shareOfComponent(String component) {
		return this.components.getOrDefault(component, 0L) / (double) total(this.components);
	}

	long writtenMessages() {
		return total(this.messages);
	}

	private static long total(Map<String, Long> uses) {
		return Math.max(1, uses.values().stream().mapToLong(Long::longValue).sum());
	}

}
