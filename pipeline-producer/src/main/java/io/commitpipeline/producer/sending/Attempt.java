package io.commitpipeline.producer.sending;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The answers to the rows that were sent together. An acceptance does not say which row
 * it is for, so they are counted.
 */
class Attempt {

	private final CountDownLatch unanswered;

	private final Set<Long> failed = new HashSet<>();

	private Throwable lastCause;

	Attempt(int rows) {
		this.unanswered = new CountDownLatch(rows);
	}

	void accepted() {
		this.unanswered.countDown();
	}

	void failed(long row, Throwable cause) {
		synchronized (this.failed) {
			this.failed.add(row);
			this.lastCause = cause;
		}
		this.unanswered.countDown();
	}

	boolean await(Duration timeout) throws InterruptedException {
		return this.unanswered.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	String lastCause() {
		synchronized (this.failed) {
			return String.valueOf(this.lastCause);
		}
	}

	Set<Long> failedRows() {
		synchronized (this.failed) {
			return Set.copyOf(this.failed);
		}
	}

}
