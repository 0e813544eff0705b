package io.commitpipeline.admin.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.commitpipeline.admin.metrics.Range;
import org.springframework.stereotype.Component;

/**
 * Puts together what is known of the pipeline's speed.
 */
@Component
public class Pulses {

	static final double HALF = 0.5;

	static final double MOST = 0.99;

	private static final Duration LATEST = Duration.ofMinutes(1);

	private final PulseQueries queries;

	private final Throughput throughput;

	private final Clock clock;

	Pulses(PulseQueries queries, Throughput throughput, Clock clock) {
		this.queries = queries;
		this.throughput = throughput;
		this.clock = clock;
	}

	public Pulse now() {
		PulseQueries.Backlog backlog = this.queries.backlog();
		Latencies latencies = this.queries.latencies(this.clock.instant().minus(LATEST));
		Throughput.Rates rates = this.throughput.rates();
		return new Pulse(rates.in(), rates.out(), latencies.percentile(HALF), latencies.percentile(MOST),
				backlog.hotEvents(), duration(backlog.hotMillis()), backlog.coldEvents(),
				duration(backlog.coldMillis()), duration(backlog.retentionLeftMillis()), backlog.toldAt());
	}

	/**
	 * A range of the past, by the steps of the activity's chart.
	 */
	public List<Moment> history(Range range, Instant now) {
		return this.queries.moments(range.steps(now), range.step());
	}

	private static Duration duration(Long millis) {
		return (millis != null) ? Duration.ofMillis(millis) : null;
	}

}
