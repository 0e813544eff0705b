package io.commitpipeline.processor.hotpath;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.commitpipeline.processor.hotpath.MetricTable.Value;
import io.commitpipeline.processor.hotpath.RunTotals.AuthorBucket;
import io.commitpipeline.processor.hotpath.RunTotals.NamedHour;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The metric tables.
 */
@Repository
class MetricTables {

	private static final List<Value<Totals>> TOTALS = List.of(
			Value.sum(new Column<>("commits", "bigint", Totals::commits)),
			Value.sum(new Column<>("lines_added", "bigint", Totals::linesAdded)),
			Value.sum(new Column<>("lines_deleted", "bigint", Totals::linesDeleted)),
			Value.sum(new Column<>("entropy_sum", "numeric", (totals) -> totals.entropy().total())),
			Value.sum(new Column<>("entropy_squares", "numeric", (totals) -> totals.entropySquares().total())),
			Value.max(new Column<>("entropy_max", "bigint", Totals::largestEntropy)));

	private static final Column<NamedHour> HOUR = new Column<>("commit_hour", "int", NamedHour::hour);

	private final MetricTable<Instant, Totals> minutes = new MetricTable<>("commits_by_minute",
			List.of(new Column<>("minute", "timestamptz", (minute) -> minute.atOffset(ZoneOffset.UTC))), TOTALS);

	private final MetricTable<NamedHour, Totals> authors = new MetricTable<>("commits_by_author_hour",
			List.of(new Column<>("author", "text", NamedHour::name), HOUR), TOTALS);

	private final MetricTable<NamedHour, Totals> components = new MetricTable<>("commits_by_component_hour",
			List.of(new Column<>("component", "text", NamedHour::name), HOUR), TOTALS);

	private final MetricTable<AuthorBucket, Long> entropies = new MetricTable<>("commits_by_author_entropy",
			List.of(new Column<>("author", "text", AuthorBucket::author),
					new Column<>("bucket", "smallint", AuthorBucket::bucket)),
			List.of(Value.sum(new Column<>("commits", "bigint", (commits) -> commits))));

	private final HabitBatches habits = new HabitBatches();

	private final JdbcTemplate jdbc;

	MetricTables(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID run, int partition, RunTotals totals) {
		this.minutes.add(this.jdbc, run, partition, totals.minutes());
		this.authors.add(this.jdbc, run, partition, totals.authors());
		this.components.add(this.jdbc, run, partition, totals.components());
		this.entropies.add(this.jdbc, run, partition, totals.entropies());
		this.habits.add(this.jdbc, run, partition, totals.habits());
	}

}
