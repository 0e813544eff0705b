package io.commitpipeline.producer.replays;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.commitpipeline.producer.ordering.CommitClock;
import io.commitpipeline.producer.ordering.OrderedRows;
import io.commitpipeline.producer.pacing.Pace;
import io.commitpipeline.producer.pacing.Tempo;

/**
 * The pace of a run's rows; asks for their commit times only where these matter.
 */
class RunPace {

	private static final double SECONDS_PER_MINUTE = 60;

	private final Run run;

	private final CommitClock clock;

	private final Pace pace = new Pace(System::nanoTime);

	private Tempo tempo = Tempo.UNLIMITED;

	RunPace(Run run, OrderedRows rows) {
		this.run = run;
		this.clock = new CommitClock(rows);
	}

	void set(Tempo tempo, long row) {
		this.tempo = tempo;
		this.pace.set(tempo, minuteOf(row));
	}

	long nanosUntilDue(long row) {
		return this.pace.nanosUntilDue(minuteOf(row));
	}

	void advance(long row) {
		this.pace.advance(minuteOf(row));
	}

	/** How many rows are due within a time from this one on, at least one. */
	long rowsWithin(long row, double seconds) {
		if (this.tempo.isUnlimited()) {
			return Long.MAX_VALUE;
		}
		if (!this.tempo.followsClock()) {
			return Math.max(1, Math.round(this.tempo.rate() * seconds));
		}
		double end = minuteOf(row) + this.tempo.speedUp() * seconds / SECONDS_PER_MINUTE;
		return Math.max(1, firstFrom(end) - this.run.place(row));
	}

	private double minuteOf(long row) {
		try {
			return this.tempo.followsClock() ? this.clock.minuteOf(this.run.place(row)) : 0;
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private long firstFrom(double minute) {
		try {
			return this.clock.firstFrom(minute);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private static UncheckedIOException unreadable(IOException ex) {
		return new UncheckedIOException("The ordered rows could not be read", ex);
	}

}
