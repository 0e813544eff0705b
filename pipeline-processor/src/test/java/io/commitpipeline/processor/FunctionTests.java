package io.commitpipeline.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.checkpoints.ProgressCheckpointStore;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The function beans behind the framework's own test binder, with nothing but a database.
 */
@SpringBootTest(properties = { "spring.cloud.stream.default-binder=integration",
		"spring.cloud.azure.eventhubs.event-hub-name=commits",
		"spring.cloud.azure.eventhubs.connection-string=Endpoint=sb://127.0.0.1:9;SharedAccessKeyName=x;SharedAccessKey=eA==;UseDevelopmentEmulator=true",
		"pipeline.lake.endpoint=http://127.0.0.1:9/account", "pipeline.lake.account-name=account",
		"pipeline.lake.account-key=eA==", "pipeline.checkpoints.endpoint=http://127.0.0.1:9/account",
		"pipeline.checkpoints.account-name=account", "pipeline.checkpoints.account-key=eA==" })
@Import(TestChannelBinderConfiguration.class)
@LocalAzureTest
class FunctionTests {

	@Autowired
	private InputDestination input;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private ApplicationContext context;

	@BeforeEach
	void takePartition() {
		TestDatabaseContents.clear(this.jdbc);
		int incarnation = this.jdbc.queryForObject(
				"insert into hub_incarnations (hub, hub_created_at) values ('commits', now()) returning incarnation",
				Integer.class);
		this.owned.startAt(ConsumerGroup.HOT, new StartingPoint(incarnation, Instant.EPOCH, Map.of()));
		this.owned.take(new PartitionContext("namespace", "commits", "hot", "2"));
	}

	@Test
	void aBatchFromTheBindingIsCounted() {
		this.input.send(TestMessages.batch(2, TestEvents.rows(0, 9)), "commits");
		assertThat(this.jdbc.queryForObject("select sum(commits) from commits_by_minute where partition_id = 2",
				Long.class))
			.isEqualTo(10);
	}

	@Test
	void anEventThatIsNoJsonStaysInItsBatch() {
		List<ReceivedEvent> events = List.of(TestEvents.row(0, 0),
				TestEvents.event(1, TestEvents.properties(TestEvents.RUN, 1), "{]"), TestEvents.row(2, 2));
		this.input.send(TestMessages.batch(2, events), "commits");
		assertThat(new String(this.jdbc.queryForObject("select body from quarantined_events", byte[].class),
				StandardCharsets.UTF_8))
			.isEqualTo("{]");
		assertThat(this.jdbc.queryForObject("select sequence_number from progress", Long.class)).isEqualTo(2);
	}

	@Test
	void anEmptyBatchChangesNothing() {
		this.input.send(TestMessages.batch(2, List.of()), "commits");
		assertThat(this.jdbc.queryForObject("select count(*) from progress", Long.class)).isZero();
	}

	@Test
	void aBatchOfAPartitionThatIsNotOursIsLeftToItsOwner() {
		this.input.send(TestMessages.batch(1, TestEvents.rows(0, 9)), "commits");
		assertThat(this.jdbc.queryForObject("select count(*) from progress", Long.class)).isZero();
	}

	@Test
	void theOnlyCheckpointStoreIsOurs() {
		assertThat(this.context.getBeansOfType(CheckpointStore.class).values()).singleElement()
			.isInstanceOf(ProgressCheckpointStore.class);
	}

}
