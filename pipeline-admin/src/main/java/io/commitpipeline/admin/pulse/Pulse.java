package io.commitpipeline.admin.pulse;

import java.time.Duration;
import java.time.Instant;

/**
 * The pipeline at this moment.
 *
 * @param rateIn events that the hub takes a second, null while too little is known
 * @param rateOut events that are counted a second, likewise
 * @param median how long half of the latest events took until they were counted, null
 * without any
 * @param slowest how long all but one in a hundred took
 * @param hotEvents events that wait to be counted, null if nobody tells
 * @param hotLag how long the oldest of them waits at most
 * @param coldEvents events that wait to be in a file
 * @param coldLag how long the oldest of them waits at most
 * @param retentionLeft until the hub drops the oldest event that waits
 * @param toldAt when the processor told that, null if it never did
 */
public record Pulse(Double rateIn, Double rateOut, Duration median, Duration slowest, Long hotEvents, Duration hotLag,
		Long coldEvents, Duration coldLag, Duration retentionLeft, Instant toldAt) {

	/** What is left of the hub's time, below which somebody should do something. */
	private static final Duration CRITICAL = Duration.ofHours(1);

	public boolean isCritical() {
		return this.retentionLeft != null && this.retentionLeft.compareTo(CRITICAL) < 0
				&& this.hotEvents + this.coldEvents > 0;
	}

}
