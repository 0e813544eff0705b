package io.commitpipeline.local.faults;

/**
 * A fault that was set. It strikes what it was set for until it is used up or lifted.
 */
public final class Fault implements AutoCloseable {

	private final Runnable whenLifted;

	private long left;

	private long strikes;

	Fault(long times, Runnable whenLifted) {
		if (times < 1) {
			throw new IllegalArgumentException("a fault strikes at least once, not %d times".formatted(times));
		}
		this.left = times;
		this.whenLifted = whenLifted;
	}

	/**
	 * Strikes, if there is a strike left.
	 */
	synchronized boolean strike() {
		if (this.left == 0) {
			return false;
		}
		this.left--;
		this.strikes++;
		return true;
	}

	/**
	 * How often it has struck.
	 */
	public synchronized long strikes() {
		return this.strikes;
	}

	/**
	 * Whether it strikes no more.
	 */
	public synchronized boolean isOver() {
		return this.left == 0;
	}

	/**
	 * Ends the fault; once is as good as twice.
	 */
	public void lift() {
		synchronized (this) {
			this.left = 0;
		}
		this.whenLifted.run();
	}

	@Override
	public void close() {
		lift();
	}

}
