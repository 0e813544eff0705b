package io.commitpipeline.local.generator;

/**
 * Someone who commits, in the order of time.
 */
final class Author {

	private static final double COVERT_SHARE = 0.2;

	/** Now and then an honest author finds an insider's words. */
	private static final int HONEST_USES_OF_COVERT_WORDS = 4_000;

	private final String name;

	private final Dice dice;

	private final Habits habits;

	private final Habits otherSelf;

	Author(String name, boolean insider, Dice dice) {
		this.name = name;
		this.dice = dice;
		this.habits = Habits.of(dice);
		this.otherSelf = insider ? this.habits.ofItsOtherSelf(dice) : null;
	}

	/**
	 * Tells all commits. Only how many fall on each minute is held in memory, whatever
	 * their number.
	 * @param commits how many
	 * @param row holds one row without its id
	 * @param told called for each, with the row
	 */
	void commit(long commits, StringBuilder row, Runnable told) {
		long covert = (this.otherSelf != null) ? Math.round(commits * COVERT_SHARE) : 0;
		long[] ordinaryMinutes = minutes(this.habits, commits - covert);
		long[] covertMinutes = (covert > 0) ? minutes(this.otherSelf, covert) : new long[Habits.MINUTES];
		for (int minute = 0; minute < Habits.MINUTES; minute++) {
			tell(ordinaryMinutes[minute], minute, this.habits, row, told);
			tell(covertMinutes[minute], minute, this.otherSelf, row, told);
		}
	}

	private long[] minutes(Habits habits, long commits) {
		long[] minutes = new long[Habits.MINUTES];
		for (long i = 0; i < commits; i++) {
			minutes[habits.minute(this.dice)]++;
		}
		return minutes;
	}

	private void tell(long commits, int minute, Habits habits, StringBuilder row, Runnable told) {
		for (long i = 0; i < commits; i++) {
			append(row, minute, habits);
			told.run();
		}
	}

	private void append(StringBuilder row, int minute, Habits habits) {
		row.append(this.name).append(',').append(minute).append(',');
		Tree.appendPath(row, habits.components().choose(this.dice), this.dice);
		row.append(',').append(habits.linesAdded(this.dice)).append(',').append(habits.linesDeleted(this.dice));
		appendEntropy(row.append(','), habits.entropy(this.dice));
		row.append(',');
		if (habits.covert() || this.dice.below(HONEST_USES_OF_COVERT_WORDS) == 0) {
			Messages.appendCovert(row, this.dice);
		}
		else {
			Messages.appendOrdinary(row, this.dice);
		}
	}

	private static void appendEntropy(StringBuilder row, int tenThousandths) {
		row.append(tenThousandths / 10_000).append('.');
		int decimals = tenThousandths % 10_000;
		for (int digit = 1_000; digit > 0; digit /= 10) {
			row.append((char) ('0' + decimals / digit % 10));
		}
	}

}
