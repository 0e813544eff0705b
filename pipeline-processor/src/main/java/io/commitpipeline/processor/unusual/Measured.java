package io.commitpipeline.processor.unusual;

import java.util.List;

/**
 * What a signal finds about an author.
 *
 * @param share of the commits that are unlike the others'
 * @param sentence what they are; takes the share and the typical one
 * @param bars the author beside the others
 */
record Measured(Share share, String sentence, List<Bar> bars) {

	/**
	 * A share of the author's beside the others', in percent.
	 *
	 * @param note what else is to be said, null for nothing
	 */
	record Bar(String label, double own, double peers, String note) {

		static Bar of(String label, double own, double peers) {
			return new Bar(label, percent(own), percent(peers), null);
		}

		Bar with(String note) {
			return new Bar(this.label, this.own, this.peers, note);
		}

		private static double percent(double share) {
			return Math.round(share * 10_000) / 100.0;
		}

	}

}
