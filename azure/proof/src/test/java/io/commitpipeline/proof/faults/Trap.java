package io.commitpipeline.proof.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.commitpipeline.proof.faults.agent.Point;

/**
 * Waits at a point for one thread of one process.
 */
final class Trap {

	private final Point point;

	private final boolean kills;

	private final long process;

	private final CompletableFuture<Long> sprung = new CompletableFuture<>();

	private final CountDownLatch released = new CountDownLatch(1);

	/**
	 * @param process it is meant for, 0 for any
	 */
	Trap(Point point, boolean kills, long process) {
		this.point = point;
		this.kills = kills;
		this.process = process;
	}

	Point point() {
		return this.point;
	}

	boolean isFor(long other) {
		return this.process == 0 || this.process == other;
	}

	boolean kills() {
		return this.kills;
	}

	void spring(long visitor) throws InterruptedException {
		this.sprung.complete(visitor);
		if (!this.kills) {
			this.released.await();
		}
	}

	/**
	 * @return the process that came to the point
	 */
	long await(Duration patience) {
		try {
			return this.sprung.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new AssertionError("Nothing came to " + this.point + " within " + patience, ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	void release() {
		this.released.countDown();
	}

}
