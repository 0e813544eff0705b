package io.commitpipeline.local.generator;

/**
 * What an author's commits have in common.
 *
 * @param noon the middle of the working day, in hours
 * @param spread of the commits around it, in hours
 * @param weekend how likely a commit is on a weekend's day, compared with a working day
 * @param components how often each is touched
 * @param linesAdded on average
 * @param linesDeleted on average
 * @param entropy on average, in ten-thousandths
 * @param entropySpread standard deviation
 * @param covert whether the messages hide a purpose
 */
record Habits(double noon, double spread, double weekend, Weighted components, double linesAdded, double linesDeleted,
		double entropy, double entropySpread, boolean covert) {

	private static final double MOST_ENTROPY = 10_000;

	private static final double LEAST_ENTROPY = 100;

	private static final int DAYS = 30;

	private static final int MINUTES_OF_A_DAY = 24 * 60;

	static final int MINUTES = DAYS * MINUTES_OF_A_DAY;

	static Habits of(Dice dice) {
		double[] components = new double[Tree.COMPONENTS.size()];
		for (int i = 0; i < components.length; i++) {
			components[i] = 0.1 + dice.uniform() * dice.uniform();
		}
		double lines = dice.between(5, 30);
		return new Habits(dice.normal(13, 1), dice.between(2, 3.5), dice.between(0.05, 0.6), new Weighted(components),
				lines, lines * dice.between(0.2, 1.2), dice.between(1_500, 6_500), dice.between(200, 1_200), false);
	}

	/**
	 * What an insider's own business looks like: at night, where it hurts, and unlike the
	 * other commits.
	 */
	Habits ofItsOtherSelf(Dice dice) {
		double[] components = new double[Tree.COMPONENTS.size()];
		Tree.SENSITIVE.forEach((component) -> components[component] = dice.between(0.5, 1));
		return new Habits(dice.normal(26, 0.5), 1.5, 0.9, new Weighted(components), this.linesAdded * 0.4,
				this.linesDeleted * 0.4, Math.min(this.entropy + dice.between(2_500, 4_000), 9_000), 600, true);
	}

	int minute(Dice dice) {
		int day = dice.below(DAYS);
		boolean free = day % 7 >= 5 && dice.uniform() >= this.weekend;
		int minute = (int) Math.round(dice.normal(this.noon, this.spread) * 60);
		return Math.floorMod((free ? day - 2 - dice.below(5) : day) * MINUTES_OF_A_DAY + minute, MINUTES);
	}

	int linesAdded(Dice dice) {
		return size(this.linesAdded, dice);
	}

	int linesDeleted(Dice dice) {
		return size(this.linesDeleted, dice);
	}

	int entropy(Dice dice) {
		double entropy = dice.normal(this.entropy, this.entropySpread);
		return (int) Math.min(Math.max(entropy, LEAST_ENTROPY), MOST_ENTROPY);
	}

	private static int size(double mean, Dice dice) {
		return (int) Math.max(0, Math.round(dice.normal(mean, mean / 3)));
	}

}
