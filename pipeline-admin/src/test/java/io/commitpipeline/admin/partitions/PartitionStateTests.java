package io.commitpipeline.admin.partitions;

import java.time.Instant;
import java.util.List;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@LocalAzureTest
class PartitionStateTests {

	private JdbcClient jdbc;

	@BeforeEach
	void readingPartition(LocalPostgres postgres) {
		this.jdbc = JdbcClient.create(postgres.dataSource());
		this.jdbc.sql("""
				truncate hub_incarnations, progress, partition_status restart identity cascade;
				insert into hub_incarnations (hub, hub_created_at) values ('commits', now());
				insert into progress values ('hot', 0, 1, 0, 10, now(), now() - interval '1 hour');
				insert into partition_status values ('hot', 0, 1, 'one', null, null, 99, 89, 3600000, 1000, now())
				""").update();
	}

	@Test
	void whatIsStuckIsTheProcessorsWordHoweverOldTheLastProgress() {
		assertThat(state()).isEqualTo(PartitionState.READING);
		this.jdbc.sql("update partition_status set stuck = true").update();
		assertThat(state()).isEqualTo(PartitionState.STUCK);
	}

	@Test
	void whatWaitsForSomethingElseIsBlocked() {
		this.jdbc
			.sql("update partition_status set stuck = true, blocked_since = now(), blocked_by = 'waits for the lake'")
			.update();
		assertThat(state()).isEqualTo(PartitionState.BLOCKED);
	}

	@Test
	void whatNobodyTellsOfHasNoOwner() {
		this.jdbc.sql("update partition_status set stuck = true, updated_at = now() - interval '30 seconds'").update();
		assertThat(state()).isEqualTo(PartitionState.UNATTENDED);
	}

	@Test
	void whatHasNothingLeftToDoIsCaughtUp() {
		this.jdbc.sql("update partition_status set lag_events = 0").update();
		assertThat(state()).isEqualTo(PartitionState.GOOD);
	}

	private PartitionState state() {
		List<PathPartition> partitions = new PartitionQueries(this.jdbc).partitions();
		assertThat(partitions).hasSize(1);
		return partitions.get(0).state(Instant.now());
	}

}
