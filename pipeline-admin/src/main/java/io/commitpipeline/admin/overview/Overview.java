package io.commitpipeline.admin.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.commitpipeline.admin.completeness.Completeness;
import io.commitpipeline.admin.completeness.CompletenessState;
import io.commitpipeline.admin.completeness.PartitionCompleteness;
import io.commitpipeline.admin.metrics.Activity;
import io.commitpipeline.admin.pulse.Moment;
import io.commitpipeline.admin.pulse.Pulse;
import io.commitpipeline.admin.web.Column;
import io.commitpipeline.admin.web.Column.Kind;
import io.commitpipeline.admin.web.Table;

/**
 * All that the page shows.
 *
 * @param at when it was read
 * @param completeness what became of all events
 * @param state the same in one word
 * @param partitions the same by partition
 * @param transport the replay at hand, null if there never was one
 * @param activity commits over time
 * @param pulse how fast it goes, and how many wait
 * @param history the same over time
 * @param leaders those with the most commits
 */
record Overview(Instant at, Completeness completeness, CompletenessState state, List<PartitionCompleteness> partitions,
		Transport transport, Activity activity, Pulse pulse, List<Moment> history, Leaders leaders) {

	private static final double MILLIS = 1000;

	/**
	 * How long events took, as the chart's table.
	 */
	public Table<Moment> latencies() {
		return Table.of("Latency",
				List.of(Column.time("at", "From", Moment::at),
						Column.of("p50", "half within, s", Kind.SECONDS, (moment) -> seconds(moment.median())),
						Column.of("p99", "99 % within, s", Kind.SECONDS, (moment) -> seconds(moment.slowest()))),
				this.history);
	}

	/**
	 * How many events waited, as the chart's table.
	 */
	public Table<Moment> lags() {
		return Table.of("Lag",
				List.of(Column.time("at", "From", Moment::at), Column.count("hot", "to be counted", Moment::hotEvents),
						Column.count("cold", "to be archived", Moment::coldEvents)),
				this.history);
	}

	private static Double seconds(Duration duration) {
		return (duration != null) ? duration.toMillis() / MILLIS : null;
	}

}
