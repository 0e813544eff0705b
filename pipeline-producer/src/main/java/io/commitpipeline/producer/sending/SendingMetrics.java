package io.commitpipeline.producer.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * What the sender tells about itself.
 */
@Component
class SendingMetrics {

	private final Counter accepted;

	private final Counter failed;

	private final Counter unanswered;

	private final Timer windows;

	SendingMetrics(MeterRegistry meters) {
		this.accepted = rows(meters, "accepted");
		this.failed = rows(meters, "failed");
		this.unanswered = Counter.builder("pipeline.windows.unanswered")
			.description("Windows sent again through a new sender, for want of answers")
			.register(meters);
		this.windows = Timer.builder("pipeline.windows")
			.description("From a window's first row to its last acknowledgement")
			.register(meters);
	}

	private static Counter rows(MeterRegistry meters, String outcome) {
		return Counter.builder("pipeline.rows")
			.description("Answers of the hub to rows that were sent")
			.tag("outcome", outcome)
			.register(meters);
	}

	void window(Runnable sending) {
		this.windows.record(sending);
	}

	void answered(int rows, int failures) {
		this.accepted.increment(rows - failures);
		this.failed.increment(failures);
	}

	void unanswered() {
		this.unanswered.increment();
	}

}
