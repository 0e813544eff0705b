package io.commitpipeline.local.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * The figures and what is wrong with them.
 *
 * @param figures complete only if there are no differences
 * @param differences a sentence for each
 */
public record Verdict(Figures figures, List<String> differences) {

	/**
	 * Adds what a closer look found.
	 * @param more a sentence for each difference
	 * @return a verdict over all
	 */
	public Verdict with(List<String> more) {
		List<String> all = Stream.concat(this.differences.stream(), more.stream()).toList();
		return new Verdict(this.figures.withComplete(all.isEmpty()), all);
	}

}
