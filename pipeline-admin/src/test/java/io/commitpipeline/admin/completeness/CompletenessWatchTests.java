package io.commitpipeline.admin.completeness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@LocalAzureTest
class CompletenessWatchTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void aMetricTellsWhetherEventsAreMissing(LocalPostgres postgres) {
		JdbcClient jdbc = JdbcClient.create(postgres.dataSource());
		CompletenessWatch watch = new CompletenessWatch(new CompletenessQueries(jdbc),
				new CompletenessProperties(Duration.ofMinutes(6)),
				Clock.fixed(Instant.now().plus(Duration.ofMinutes(7)), ZoneOffset.UTC), this.meters);
		watch.look();
		assertThat(incomplete()).as("of nothing").isZero();
		jdbc.sql("""
				insert into hub_incarnations (hub, hub_created_at) values ('commits', now());
				insert into progress (path, partition_id, incarnation, first_sequence_number, sequence_number)
				values ('hot', 0, (select max(incarnation) from hub_incarnations), 0, 0)
				""").update();
		watch.look();
		assertThat(incomplete()).as("of an event that is in no metric and no file").isEqualTo(1);
	}

	private double incomplete() {
		return this.meters.get("pipeline.incomplete").gauge().value();
	}

}
