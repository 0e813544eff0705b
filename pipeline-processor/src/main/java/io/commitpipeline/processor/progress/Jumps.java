package io.commitpipeline.processor.progress;

import java.util.EnumMap;
import java.util.Map;

import io.commitpipeline.processor.hub.Hub;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells a reason to read again from a gap, where there is nothing left to read.
 */
@Component
public class Jumps {

	private static final Logger logger = LoggerFactory.getLogger(Jumps.class);

	private final Hub hub;

	private final SequenceGaps gaps;

	private final Map<ConsumerGroup, Counter> missing = new EnumMap<>(ConsumerGroup.class);

	Jumps(Hub hub, SequenceGaps gaps, MeterRegistry meters) {
		this.hub = hub;
		this.gaps = gaps;
		for (ConsumerGroup path : ConsumerGroup.values()) {
			this.missing.put(path,
					Counter.builder("pipeline.gaps")
						.baseUnit("events")
						.description("Events that the hub no longer had when their turn came")
						.tag("path", path.id())
						.register(meters));
		}
	}

	/**
	 * Records a gap and moves progress up to the event that came, or rewinds. A path that
	 * has taken nothing yet begins where the hub does. Asks the hub over a link of its
	 * own: what came may come from a reader that was given up, and tells nothing of what
	 * the hub has. Not for use within a transaction.
	 * @return the sequence number that is next now
	 * @throws RewindException if the hub has some of the missing events
	 */
	public long resolve(ProgressKey key, JumpException jump) {
		long begin = Math.min(this.hub.partition(key.partition()).beginSequenceNumber(), jump.found());
		if (begin > 0 && this.gaps.begin(key, begin)) {
			return begin;
		}
		if (begin == jump.found()) {
			record(key, jump, "the hub's retention overtook the reader");
		}
		else if (this.hub.firstFrom(key.partition(), jump.firstMissing()) >= jump.found()) {
			record(key, jump, "the hub leaves them out");
		}
		else {
			throw new RewindException(key, jump);
		}
		return jump.found();
	}

	private void record(ProgressKey key, JumpException jump, String reason) {
		logger.error("Events {} to {} are lost to {}: {}", jump.firstMissing(), jump.found() - 1, key, reason);
		this.gaps.record(key, jump.firstMissing(), jump.found() - 1, reason);
		this.missing.get(key.group()).increment(jump.found() - jump.firstMissing());
	}

}
