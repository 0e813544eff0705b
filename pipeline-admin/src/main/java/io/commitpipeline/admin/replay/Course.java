package io.commitpipeline.admin.replay;

/**
 * How a replay goes through its source.
 *
 * @param rowOrder {@code time} or {@code file}
 * @param loop whether it begins again at its end
 * @param fromRow first row of a pass, null for the source's first
 * @param fromTime commit time of a pass's first row
 * @param toRow row before which a pass ends, null for the source's end
 * @param toTime commit time before which a pass ends
 * @param runs how many runs it has had
 * @param startRow where in the source the latest run began
 * @param origin why the latest run began
 * @param stepsLeft rows that a paused replay still sends
 * @param jumping whether it is about to go on from another place
 */
public record Course(String rowOrder, boolean loop, Long fromRow, Integer fromTime, Long toRow, Integer toTime,
		long runs, long startRow, String origin, long stepsLeft, boolean jumping) {

	public boolean hasClock() {
		return this.rowOrder.equals("time");
	}

	/** The range in words, null for all of the source. */
	public String range() {
		Spot from = new Spot(this.fromRow, this.fromTime);
		Spot to = new Spot(this.toRow, this.toTime);
		if (from.isNowhere() && to.isNowhere()) {
			return null;
		}
		return (from.isNowhere() ? "the start" : from) + " to " + (to.isNowhere() ? "the end" : to);
	}

}
