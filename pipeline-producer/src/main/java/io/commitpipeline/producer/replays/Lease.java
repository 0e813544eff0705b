package io.commitpipeline.producer.replays;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The right to run a replay, and what its operator wants meanwhile. Holds only while its
 * heartbeats succeed in time.
 */
class Lease {

	private static final Logger logger = LoggerFactory.getLogger(Lease.class);

	private final ReplayRepository replays;

	private final UUID replay;

	private final String owner;

	private final Duration duration;

	private final LongSupplier nanoTime;

	private final Lock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private Control control;

	private long validUntil;

	private boolean lost;

	/**
	 * Begins a lease that was claimed.
	 * @param claimedAt the nano time just before the claim
	 */
	Lease(ReplayRepository replays, Replay replay, String owner, Duration duration, LongSupplier nanoTime,
			long claimedAt) {
		this.replays = replays;
		this.replay = replay.id();
		this.control = replay.control();
		this.owner = owner;
		this.duration = duration;
		this.nanoTime = nanoTime;
		this.validUntil = claimedAt + duration.toNanos();
	}

	UUID replay() {
		return this.replay;
	}

	String owner() {
		return this.owner;
	}

	/** The heartbeat. */
	void renew() {
		long asked = this.nanoTime.getAsLong();
		try {
			renewed(this.replays.renew(this.replay, this.owner, this.duration), asked);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The lease on replay {} could not be renewed: {}", this.replay, ex.getMessage());
		}
	}

	private void renewed(Optional<Control> answer, long asked) {
		this.lock.lock();
		try {
			this.lost = answer.isEmpty();
			this.control = answer.orElse(this.control);
			this.validUntil = asked + this.duration.toNanos();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Goes on only while nobody else can own the replay.
	 * @throws LeaseLostException if somebody may
	 */
	void require() {
		this.lock.lock();
		try {
			if (this.lost || this.validUntil - this.nanoTime.getAsLong() <= 0) {
				throw new LeaseLostException(this.replay);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	Control control() {
		this.lock.lock();
		try {
			return this.control;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Waits, but no longer than to the next heartbeat or wake-up. */
	void await(long nanos) {
		this.lock.lock();
		try {
			this.changed.awaitNanos(nanos);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the next row", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	void wakeUp() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
