package io.commitpipeline.admin.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import io.commitpipeline.admin.completeness.Completeness;
import io.commitpipeline.admin.completeness.CompletenessProperties;
import io.commitpipeline.admin.completeness.CompletenessQueries;
import io.commitpipeline.admin.metrics.MetricQueries;
import io.commitpipeline.admin.metrics.Range;
import io.commitpipeline.admin.metrics.Summaries;
import io.commitpipeline.admin.pulse.Pulses;
import io.commitpipeline.admin.replay.RateMeter;
import io.commitpipeline.admin.replay.RejectedRow;
import io.commitpipeline.admin.replay.Replay;
import io.commitpipeline.admin.replay.ReplayQueries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the page shows, from one snapshot, so that its figures fit together.
 */
@Component
class Overviews {

	private static final int REJECTED_ROWS = 10;

	private final CompletenessQueries completeness;

	private final CompletenessProperties properties;

	private final ReplayQueries replays;

	private final RateMeter rateMeter;

	private final MetricQueries metrics;

	private final Summaries summaries;

	private final Pulses pulses;

	private final RecentHistories histories;

	private final Clock clock;

	Overviews(CompletenessQueries completeness, CompletenessProperties properties, ReplayQueries replays,
			RateMeter rateMeter, MetricQueries metrics, Summaries summaries, Pulses pulses, RecentHistories histories,
			Clock clock) {
		this.completeness = completeness;
		this.properties = properties;
		this.replays = replays;
		this.rateMeter = rateMeter;
		this.metrics = metrics;
		this.summaries = summaries;
		this.pulses = pulses;
		this.histories = histories;
		this.clock = clock;
	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Overview read(Range range) {
		Instant now = this.clock.instant();
		Completeness total = this.completeness.total();
		return new Overview(now, total, total.state(now, this.properties.settleAfter()),
				this.completeness.byPartition(), transport(now), this.metrics.activity(range, now), this.pulses.now(),
				this.histories.of(range), this.summaries.of(null).map(Leaders::of).orElse(Leaders.UNKNOWN));
	}

	private Transport transport(Instant now) {
		return this.replays.current().map((replay) -> transport(replay, now)).orElse(null);
	}

	private Transport transport(Replay replay, Instant now) {
		OptionalDouble rate = this.rateMeter.rate(replay);
		return new Transport(replay, replay.phase(now), rate.isPresent() ? rate.getAsDouble() : null,
				rejectedRows(replay));
	}

	private List<RejectedRow> rejectedRows(Replay replay) {
		return (replay.rejected() > 0) ? this.replays.rejectedRows(replay.runId(), REJECTED_ROWS) : List.of();
	}

}
