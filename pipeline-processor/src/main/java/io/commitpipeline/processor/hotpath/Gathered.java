package io.commitpipeline.processor.hotpath;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartition;

/**
 * Events of a partition that wait to be counted together.
 */
class Gathered {

	private final OwnedPartition partition;

	private List<ReceivedEvent> events = new ArrayList<>();

	private long bytes;

	private Instant since;

	Gathered(OwnedPartition partition) {
		this.partition = partition;
	}

	void add(List<ReceivedEvent> more, Instant now) {
		if (this.events.isEmpty()) {
			this.since = now;
		}
		this.events.addAll(more);
		more.forEach((event) -> this.bytes += event.body().length);
	}

	boolean isDue(CountingProperties limits, Instant now) {
		return this.events.size() >= limits.maxEvents() || this.bytes >= limits.maxBytes().toBytes()
				|| !this.since.plus(limits.maxAge()).isAfter(now);
	}

	/**
	 * Hands them out, once.
	 */
	List<ReceivedEvent> drain() {
		List<ReceivedEvent> drained = this.events;
		this.events = new ArrayList<>();
		this.bytes = 0;
		return drained;
	}

	OwnedPartition partition() {
		return this.partition;
	}

}
