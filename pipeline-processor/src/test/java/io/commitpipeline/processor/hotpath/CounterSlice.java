package io.commitpipeline.processor.hotpath;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.TestDatabaseContents;
import io.commitpipeline.processor.TestEvents;
import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.BDDMockito.given;

/**
 * A counter over a real database, beside a hub that is played.
 */
@SpringBootTest(classes = CounterSlice.Slice.class, webEnvironment = WebEnvironment.NONE)
@LocalAzureTest
abstract class CounterSlice {

	@Autowired
	protected CommitCounter counter;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	protected JdbcTemplate jdbc;

	@MockitoBean
	protected Hub hub;

	@MockitoBean
	protected CheckpointCopies checkpoints;

	protected OwnedPartition partition;

	@BeforeEach
	void emptyTables() {
		TestDatabaseContents.clear(this.jdbc);
		this.jdbc.update("delete from runs");
		this.jdbc.update("delete from replays");
		UUID replay = UUID.randomUUID();
		this.jdbc.update("insert into replays (id, source) values (?, 'test.csv')", replay);
		this.jdbc.update("""
				insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows, partitions)
				values (?, ?, '', 'time', 100000, 500, 4)""", TestEvents.RUN, replay);
		int incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
		this.owned.startAt(ConsumerGroup.HOT, new StartingPoint(incarnation, Instant.EPOCH, Map.of()));
		this.partition = take();
		given(this.hub.partition(3)).willReturn(new PartitionState(3, 0, 1_000_000));
	}

	protected OwnedPartition take() {
		return this.owned.take(new PartitionContext("namespace", "commits", "hot", "3"));
	}

	protected String outcomes(UUID run) {
		return this.jdbc.queryForObject("""
				select concat_ws('/', sum(counted), sum(duplicates), sum(quarantined))
				from event_outcomes where run_id = ?""", String.class, run);
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@EnableConfigurationProperties(CountingProperties.class)
	@ComponentScan(basePackages = { "io.commitpipeline.processor.hotpath", "io.commitpipeline.processor.progress",
			"io.commitpipeline.processor.quarantine", "io.commitpipeline.processor.ownership",
			"io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
