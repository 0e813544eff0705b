package io.commitpipeline.admin.replay;

import java.util.UUID;

/**
 * A replay as it stands while nobody else can write to it.
 *
 * @param id identifies it
 * @param source path of the commit log
 * @param rowOrder {@code time} or {@code file}
 * @param state what the producer says
 * @param command what an operator wanted last
 * @param rate commits per second asked for
 * @param speedUp minutes of commit time per minute asked for
 * @param loop whether it begins again at its end
 * @param place where it is, in commit time or rows
 */
record Standing(UUID id, String source, String rowOrder, String state, String command, Integer rate, Integer speedUp,
		boolean loop, String place) {

	/** Why some things cannot be asked for. */
	static final String NO_CLOCK = "Rows in the order of the file follow no clock: say a rate, and say places by row.";

	Pace pace() {
		return new Pace(this.rate, this.speedUp);
	}

	/** As it stands in the account of what operators do. */
	@Override
	public String toString() {
		return this.state + ((this.place != null) ? " at" + this.place : "") + ", " + pace()
				+ (this.loop ? ", loop" : "");
	}

	boolean hasClock() {
		return this.rowOrder.equals("time");
	}

}
