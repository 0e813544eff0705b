package io.commitpipeline.producer.pacing;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says when the next row is due. What a pause has cost is caught up, but never more than
 * half a second of it, so that a stall is not followed by a flood.
 */
public class Pace {

	private static final long MOST_CAUGHT_UP = TimeUnit.MILLISECONDS.toNanos(500);

	private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final double MINUTE = TimeUnit.MINUTES.toNanos(1);

	private final LongSupplier nanoTime;

	private Tempo tempo = Tempo.UNLIMITED;

	/** When the last row was due, and where on the commits' own clock it stood. */
	private long last;

	private double lastMinute;

	/**
	 * Begins without a limit.
	 * @param nanoTime a clock that never goes back
	 */
	public Pace(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Goes on at this tempo from now: the next row is due at once.
	 * @param tempo the tempo; the one that is kept already changes nothing
	 * @param minute where the next row stands on the commits' own clock
	 */
	public void set(Tempo tempo, double minute) {
		if (!this.tempo.equals(tempo)) {
			this.tempo = tempo;
			this.lastMinute = minute;
			this.last = this.nanoTime.getAsLong() - gap(minute);
		}
	}

	/**
	 * How long until the next row is due.
	 * @param minute where it stands on the commits' own clock
	 * @return nanoseconds; not positive if it is due
	 */
	public long nanosUntilDue(double minute) {
		return this.tempo.isUnlimited() ? 0 : this.last + gap(minute) - this.nanoTime.getAsLong();
	}

	/**
	 * The next row goes out.
	 * @param minute where it stands on the commits' own clock
	 */
	public void advance(double minute) {
		long behind = Math.max(-nanosUntilDue(minute) - MOST_CAUGHT_UP, 0);
		this.last += behind + gap(minute);
		this.lastMinute = Math.max(minute, this.lastMinute);
	}

	/** From the last row to the next; a row that goes out again is due at once. */
	private long gap(double minute) {
		if (this.tempo.followsClock()) {
			return Math.round(Math.max(minute - this.lastMinute, 0) * MINUTE / this.tempo.speedUp());
		}
		return this.tempo.isUnlimited() ? 0 : Math.round(SECOND / this.tempo.rate());
	}

}
