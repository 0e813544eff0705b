package io.commitpipeline.processor.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.ownership.OwnedPartition;

/**
 * What is seen of one partition of one path, across its restarts.
 */
class Watch {

	private final Standstill taking;

	private final Standstill committing;

	private OwnedPartition partition;

	private long taken;

	private long committed;

	private Instant seenAt;

	private OwnedPartition restarted;

	private boolean reported;

	/**
	 * @param takePatience how long events may wait without one being taken
	 * @param commitPatience how long events taken may wait without a commit
	 */
	Watch(OwnedPartition partition, Duration takePatience, Duration commitPatience, Instant now) {
		this.taking = new Standstill(takePatience, now);
		this.committing = new Standstill(commitPatience, now);
		this.partition = partition;
		this.taken = partition.start().sequenceNumber();
		this.committed = partition.start().sequenceNumber();
		this.seenAt = now;
	}

	void look(Observation observed, Instant now) {
		boolean isSame = observed.partition() == this.partition;
		long start = observed.partition().start().sequenceNumber();
		// What is read again, after a restart or a rebuild, moves too.
		if (observed.taken() > (isSame ? this.taken : start) || !observed.eventsWait()) {
			this.taking.moved(now);
		}
		if (observed.committed() > (isSame ? this.committed : start)) {
			this.committing.moved(now);
		}
		else if (observed.committed() >= observed.taken()) {
			this.committing.idle(now);
		}
		this.partition = observed.partition();
		this.taken = observed.taken();
		this.committed = observed.committed();
		this.seenAt = now;
	}

	/**
	 * Nobody can tell, or it waits for something else: no time passes.
	 */
	void excuse(Instant now) {
		this.taking.idle(now);
		this.committing.idle(now);
		this.seenAt = now;
	}

	/**
	 * The partition's path was restarted, perhaps for the sake of another partition.
	 */
	void restarted(Instant now) {
		this.restarted = this.partition;
		Stream.of(this.taking, this.committing).forEach((each) -> {
			if (each.isTooLong(now)) {
				each.restarted(now);
			}
			else {
				each.idle(now);
			}
		});
	}

	boolean standsStill(Instant now) {
		return this.taking.isTooLong(now) || this.committing.isTooLong(now);
	}

	/**
	 * Was the hub created again, under a reader that goes on at its own position?
	 */
	boolean readsAnother(HubState hub) {
		return this.partition != this.restarted && !this.partition.hubCreatedAt().equals(hub.createdAt());
	}

	/**
	 * @return how often it was restarted since it moved last
	 */
	int restarts() {
		return Math.max(this.taking.restarts(), this.committing.restarts());
	}

	void report() {
		this.reported = true;
	}

	/**
	 * Did a restart not help?
	 */
	boolean isStuck() {
		return this.reported && restarts() > 0;
	}

	Instant seenAt() {
		return this.seenAt;
	}

	OwnedPartition partition() {
		return this.partition;
	}

}
