package io.commitpipeline.producer.pacing;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says when the next row is due at a fixed rate. What a pause has cost is caught up, but
 * never more than half a second of it, so that a stall is not followed by a flood.
 */
public class Pace {

	private static final long MOST_CAUGHT_UP = TimeUnit.MILLISECONDS.toNanos(500);

	private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

	private final LongSupplier nanoTime;

	private Integer rate;

	private long due;

	/**
	 * Begins without a limit.
	 * @param nanoTime a clock that never goes back
	 */
	public Pace(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.due = nanoTime.getAsLong();
	}

	/**
	 * Goes on at this rate from now.
	 * @param rate rows per second; null for as fast as possible
	 */
	public void setRate(Integer rate) {
		if (!Objects.equals(this.rate, rate)) {
			this.rate = rate;
			this.due = this.nanoTime.getAsLong();
		}
	}

	/**
	 * How long until the next row is due.
	 * @return nanoseconds; not positive if it is due
	 */
	public long nanosUntilDue() {
		return (this.rate != null) ? this.due - this.nanoTime.getAsLong() : 0;
	}

	/**
	 * The next row goes out.
	 */
	public void advance() {
		if (this.rate != null) {
			long behind = Math.max(-nanosUntilDue() - MOST_CAUGHT_UP, 0);
			this.due += behind + Math.round(SECOND / this.rate);
		}
	}

}
