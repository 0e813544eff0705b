package io.commitpipeline.producer.catalogue;

/**
 * How many rows there are in each stretch of commit time, in a bounded number of
 * stretches: they grow with the times that come.
 */
class Activity {

	/** A month of hours. */
	private static final int STRETCHES = 720;

	private static final int HOUR = 60;

	private final long[] rows = new long[STRETCHES];

	private int step = HOUR;

	private int last = -1;

	void add(int time) {
		while (time / this.step >= STRETCHES) {
			widen();
		}
		int stretch = time / this.step;
		this.rows[stretch]++;
		this.last = Math.max(this.last, stretch);
	}

	private void widen() {
		for (int i = 0; i < STRETCHES; i++) {
			long both = (2 * i < STRETCHES) ? this.rows[2 * i] + this.rows[2 * i + 1] : 0;
			this.rows[i] = both;
		}
		this.step *= 2;
		this.last /= 2;
	}

	/** Minutes in a stretch. */
	int step() {
		return this.step;
	}

	/** Rows by stretch, from commit time 0 to the last one that has any. */
	Long[] rows() {
		Long[] copy = new Long[this.last + 1];
		for (int i = 0; i <= this.last; i++) {
			copy[i] = this.rows[i];
		}
		return copy;
	}

}
