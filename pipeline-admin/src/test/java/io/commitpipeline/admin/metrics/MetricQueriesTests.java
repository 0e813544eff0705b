package io.commitpipeline.admin.metrics;

import java.time.Instant;

import io.commitpipeline.admin.metrics.Activity.Point;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

@LocalAzureTest
class MetricQueriesTests {

	private static final Instant NOW = Instant.parse("2025-11-24T12:00:30Z");

	private static MetricQueries queries;

	@BeforeAll
	static void countCommitsInTwoRunsAndPartitions(LocalPostgres postgres) {
		JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
		queries = new MetricQueries(jdbc);
		jdbc.sql("""
				insert into commits_by_author_hour values
					(gen_random_uuid(), 0, 'ann', 1, 3, 30, 6, 15000, 0, 5000),
					(gen_random_uuid(), 1, 'ann', 2, 1, 5, 1, 9000, 0, 9000),
					(gen_random_uuid(), 0, 'bob', 1, 2, 7, 0, 8000, 0, 4000);
				insert into commits_by_component_hour values
					(gen_random_uuid(), 0, 'core/api', 1, 6, 42, 7, 32000, 0, 9000);
				insert into commits_by_minute values
					(gen_random_uuid(), 0, '2025-11-24T12:00:00Z', 4, 0, 0, 0, 0, 0),
					(gen_random_uuid(), 1, '2025-11-24T12:00:00Z', 2, 0, 0, 0, 0, 0),
					(gen_random_uuid(), 0, '2025-11-24T11:46:00Z', 30, 0, 0, 0, 0, 0),
					(gen_random_uuid(), 0, '2025-11-24T11:45:00Z', 45, 0, 0, 0, 0, 0)
				""").update();
	}

	@Test
	void aQuarterOfAnHourHasItsMinutesAlsoTheEmptyOnes() {
		Activity activity = queries.activity(Range.LAST_15_MINUTES, NOW);
		assertThat(activity.points()).hasSize(15)
			.contains(new Point(Instant.parse("2025-11-24T11:46:00Z"), 30), atIndex(0))
			.contains(new Point(Instant.parse("2025-11-24T11:47:00Z"), 0), atIndex(1))
			.contains(new Point(Instant.parse("2025-11-24T12:00:00Z"), 6), atIndex(14));
	}

	@Test
	void aDayShowsTheMeanOfEachQuarter() {
		Activity activity = queries.activity(Range.LAST_DAY, NOW);
		assertThat(activity.points()).hasSize(96)
			.contains(new Point(Instant.parse("2025-11-24T11:45:00Z"), 5), atIndex(94));
		assertThat(activity.peak()).isEqualTo(5);
	}

	@Test
	void anEmptyRangeStillKnowsTheLastCommit() {
		Activity activity = queries.activity(Range.LAST_HOUR, NOW.plusSeconds(7200));
		assertThat(activity.isEmpty()).isTrue();
		assertThat(activity.lastCommitAt()).isEqualTo("2025-11-24T12:00:00Z");
	}

}
