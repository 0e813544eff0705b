package io.commitpipeline.processor;

import java.nio.file.Path;
import java.time.Duration;

import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The watchdog on the real binder.
 */
class RestartTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	/** Lost partitions are free sooner. */
	private static final String LOAD_BALANCING = "spring.cloud.stream.eventhubs.bindings.%s-in-0.consumer"
			+ ".load-balancing.partition-ownership-expiration-interval=5s";

	private ProcessorOnAzure azure;

	private ConfigurableApplicationContext processor;

	private JdbcTemplate jdbc;

	@BeforeEach
	void startProcessor(@TempDir Path directory) throws Exception {
		this.azure = new ProcessorOnAzure(directory);
		this.jdbc = this.azure.jdbc();
		this.processor = this.azure.startProcessor("pipeline.watchdog.patience=3s", LOAD_BALANCING.formatted("hotPath"),
				LOAD_BALANCING.formatted("coldPath"));
		this.azure.send(0, 399);
		awaitSettled(400);
	}

	@AfterEach
	void stopAll() throws Exception {
		this.processor.close();
		this.azure.close();
	}

	@Test
	void aReceiverThatGetsNothingWhileEventsWaitIsReplaced() {
		try (Fault frozen = this.azure.azure()
			.eventHubs()
			.faults()
			.receivers("commits", "hot", "2")
			.freezePresentLinks()) {
			this.azure.send(400, 799);
			awaitSettled(800);
			assertThat(frozen.isOver()).isFalse();
		}
		assertThat(this.processor.getBean(OwnedPartitions.class).all()).hasSize(2 * ProcessorOnAzure.PARTITIONS);
	}

	@Test
	void aHubThatIsCreatedAgainWithMoreEventsIsReadFromItsBeginning() throws Exception {
		this.azure.azure().eventHubs().faults().hub("commits").recreate();
		this.azure.send(400, 1_599);
		awaitSettled(1_600);
		assertThat(this.jdbc.queryForList("select distinct incarnation from progress order by 1", Integer.class))
			.containsExactly(1, 2);
		assertThat(this.jdbc.queryForObject("select sum(commits) from commits_by_minute", Long.class)).isEqualTo(1_600);
	}

	private void awaitSettled(long events) {
		await().atMost(SOON)
			.untilAsserted(
					() -> assertThat(this.jdbc.queryForMap("select received, counted, archived from completeness"))
						.containsEntry("received", events)
						.containsEntry("counted", events)
						.containsEntry("archived", events));
	}

}
