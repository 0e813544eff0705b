package io.commitpipeline.processor.checkpoints;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubState;
import io.commitpipeline.processor.hub.PartitionState;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

@SpringBootTest(classes = StartPositionTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.checkpoints.endpoint=http://127.0.0.1:9/account",
				"pipeline.checkpoints.account-name=account", "pipeline.checkpoints.account-key=eA==" })
@LocalAzureTest
class StartPositionTests {

	private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

	@Autowired
	private CheckpointStore store;

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private JdbcTemplate jdbc;

	@MockitoBean
	private Hub hub;

	@BeforeEach
	void emptyTables() {
		this.jdbc.execute("truncate progress, sequence_gaps, hub_incarnations cascade");
		hubIs(CREATED, 100);
	}

	@Test
	void withoutProgressThereIsNoCheckpoint() {
		assertThat(answer("hot")).isEmpty();
		assertThat(this.owned.take(new PartitionContext("ns", "commits", "hot", "0")).key().incarnation())
			.isEqualTo(incarnations().get(0));
	}

	@Test
	void theAnswerIsTheProgressOfTheGroup() {
		answer("hot");
		progress("hot", 0, 41);
		progress("hot", 1, 17);
		progress("cold", 0, 3);
		this.jdbc.update("insert into progress (path, partition_id, incarnation) values ('hot', 2, ?)",
				incarnations().get(0));
		assertThat(answer("hot")).containsExactlyInAnyOrder("0:41", "1:17");
		assertThat(answer("cold")).containsExactly("0:3");
	}

	@Test
	void aSequenceNumberIsAnsweredWithoutAnOffset() {
		answer("hot");
		progress("hot", 0, 41);
		Checkpoint checkpoint = this.store.listCheckpoints("ns", "commits", "hot").blockFirst();
		assertThat(checkpoint.getOffsetString()).isNull();
		assertThat(checkpoint.getConsumerGroup()).isEqualTo("hot");
	}

	@Test
	void aHubThatWasCreatedAgainIsReadFromItsBeginning() {
		answer("hot");
		progress("hot", 0, 41);
		hubIs(CREATED.plusSeconds(1), 100);
		assertThat(answer("hot")).isEmpty();
		assertThat(incarnations()).hasSize(2);
		assertThat(this.owned.take(new PartitionContext("ns", "commits", "hot", "0")).key().incarnation())
			.isEqualTo(incarnations().get(1));
		assertThat(this.jdbc.queryForObject("select sequence_number from progress", Long.class)).isEqualTo(41);
	}

	@Test
	void aHubThatIsBehindOurProgressIsAnotherOne() {
		answer("cold");
		progress("cold", 1, 41);
		hubIs(CREATED, 40);
		assertThat(answer("cold")).isEmpty();
		assertThat(incarnations()).hasSize(2);
		assertThat(answer("cold")).isEmpty();
		assertThat(incarnations()).hasSize(2);
	}

	@Test
	void anOwnerThatGoesOnWhileTheHubIsAskedDoesNotMakeItAnotherOne() {
		answer("hot");
		progress("hot", 0, 100);
		willAnswer((call) -> {
			this.jdbc.update("update progress set sequence_number = 105");
			return new HubState("commits", CREATED, List.of(new PartitionState(0, 0, 100)));
		}).given(this.hub).state();
		assertThat(answer("hot")).containsExactly("0:105");
		assertThat(incarnations()).hasSize(1);
	}

	@Test
	void aHubThatComesBackIsReadOnWhereItWasLeft() {
		answer("hot");
		progress("hot", 0, 41);
		hubIs(CREATED.plusSeconds(1), 100);
		assertThat(answer("hot")).isEmpty();
		hubIs(CREATED, 100);
		assertThat(answer("hot")).containsExactly("0:41");
	}

	@Test
	void processorsThatStartAtOnceRecogniseTheSameHub() {
		CompletableFuture
			.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> answer("hot")))
				.limit(8)
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(incarnations()).hasSize(1);
	}

	private List<String> answer(String group) {
		return this.store.listCheckpoints("ns", "commits", group)
			.map((checkpoint) -> checkpoint.getPartitionId() + ":" + checkpoint.getSequenceNumber())
			.collectList()
			.block();
	}

	private List<Integer> incarnations() {
		return this.jdbc.queryForList("select incarnation from hub_incarnations order by 1", Integer.class);
	}

	private void hubIs(Instant createdAt, long last) {
		given(this.hub.state()).willReturn(new HubState("commits", createdAt,
				List.of(new PartitionState(0, 0, last), new PartitionState(1, 0, last))));
	}

	private void progress(String path, int partition, long last) {
		this.jdbc.update("""
				insert into progress (path, partition_id, incarnation, first_sequence_number, sequence_number)
				values (?, ?, ?, 0, ?)""", path, partition, incarnations().get(0), last);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(DatabaseSlice.class)
	@EnableConfigurationProperties(CheckpointsProperties.class)
	@ComponentScan(basePackages = { "io.commitpipeline.processor.checkpoints", "io.commitpipeline.processor.progress",
			"io.commitpipeline.processor.ownership", "io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
