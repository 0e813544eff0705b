package io.commitpipeline.processor.hotpath;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * What the hot path tells about itself.
 */
@Component
class HotPathMetrics {

	private final Counter counted;

	private final Counter duplicates;

	private final Counter quarantined;

	private final DistributionSummary batches;

	private final Timer transactions;

	HotPathMetrics(MeterRegistry meters) {
		this.counted = events(meters, "counted");
		this.duplicates = events(meters, "duplicate");
		this.quarantined = events(meters, "quarantined");
		this.batches = DistributionSummary.builder("pipeline.batch.size")
			.baseUnit("events")
			.tag("path", "hot")
			.register(meters);
		this.transactions = Timer.builder("pipeline.transactions").tag("path", "hot").register(meters);
	}

	private static Counter events(MeterRegistry meters, String outcome) {
		return Counter.builder("pipeline.events").tag("path", "hot").tag("outcome", outcome).register(meters);
	}

	Outcomes timed(Supplier<Outcomes> transaction) {
		return this.transactions.record(transaction);
	}

	void batch(int size) {
		this.batches.record(size);
	}

	void outcomes(Outcomes outcomes) {
		this.counted.increment(outcomes.counted());
		this.duplicates.increment(outcomes.duplicates());
		this.quarantined.increment(outcomes.quarantined());
	}

}
