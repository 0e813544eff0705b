package io.commitpipeline.admin.unusual;

import java.util.List;

/**
 * An author in the ranking.
 *
 * @param place from 1, the most unusual first
 * @param score the sum of the five signals
 * @param reasons a sentence for each signal that gave points, the most first
 */
record RankedAuthor(int place, String author, double score, boolean standsOut, long authorCommits, double words,
		double components, double entropy, double size, double hours, List<String> reasons) {
}
