package io.commitpipeline.local.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Everything that has to be stopped, in the opposite order of its start, however the
 * program ends.
 */
public final class Shutdown implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final Deque<AutoCloseable> parts = new ArrayDeque<>();

	private final CountDownLatch requested = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	/**
	 * Has the part stopped in time.
	 * @param part what was started
	 * @param <T> its type
	 * @return the part
	 * @throws StoppedException if everything is being stopped already; the part is, too
	 */
	public <T extends AutoCloseable> T add(T part) {
		synchronized (this.parts) {
			this.parts.push(part);
		}
		if (isRequested()) {
			stopParts();
			throw new StoppedException();
		}
		return part;
	}

	/**
	 * Waits, unless the end is near.
	 * @param time how long
	 * @throws StoppedException if everything is to stop
	 */
	void pause(Duration time) {
		try {
			if (this.requested.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new StoppedException();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoppedException();
		}
	}

	/**
	 * Waits for the end.
	 * @throws StoppedException when it comes
	 */
	public void awaitRequest() {
		while (true) {
			pause(Duration.ofDays(1));
		}
	}

	public boolean isRequested() {
		return this.requested.getCount() == 0;
	}

	/**
	 * For the system's signals: stops what runs and waits until the program's own thread
	 * has stopped what it was just about to start.
	 */
	public void request() {
		this.requested.countDown();
		stopParts();
		try {
			this.ended.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * For the program's own thread: the last thing it does.
	 */
	@Override
	public void close() {
		try {
			stopParts();
		}
		finally {
			this.ended.countDown();
		}
	}

	private void stopParts() {
		RuntimeException failure = null;
		synchronized (this.parts) {
			while (!this.parts.isEmpty()) {
				try {
					this.parts.pop().close();
				}
				catch (Exception ex) {
					RuntimeException next = new IllegalStateException("Stopping failed: " + ex.getMessage(), ex);
					next.addSuppressed((failure != null) ? failure : ex);
					failure = next;
				}
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

}
