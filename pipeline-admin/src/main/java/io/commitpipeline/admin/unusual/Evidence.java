package io.commitpipeline.admin.unusual;

import java.util.List;
import java.util.Locale;

/**
 * What one signal says about an author.
 *
 * @param signal its name
 * @param points deviations from the others beyond the usual three
 * @param sentence what was found
 * @param bars the author beside the others
 */
record Evidence(String signal, double points, String sentence, List<Bar> bars) {

	public String title() {
		return switch (this.signal) {
			case "WORDS" -> "Words";
			case "COMPONENTS" -> "Components";
			case "ENTROPY" -> "Entropy";
			case "SIZE" -> "Size of changes";
			case "HOURS" -> "Hours";
			default -> this.signal.toLowerCase(Locale.ROOT);
		};
	}

	/**
	 * Whom the author is compared with.
	 */
	public String others() {
		return this.signal.equals("COMPONENTS") ? "others with the same habits" : "others";
	}

	/**
	 * How wide a bar is, from 0 to 100.
	 */
	public double width(double percent) {
		double largest = this.bars.stream().mapToDouble((bar) -> Math.max(bar.own(), bar.peers())).max().orElse(0);
		return (largest > 0) ? 100 * percent / largest : 0;
	}

	/**
	 * Percent of the author's commits, and of the others'.
	 */
	record Bar(String label, double own, double peers, String note) {

	}

}
