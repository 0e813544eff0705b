package io.commitpipeline.processor.connections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.azure.messaging.eventhubs.models.PartitionContext;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.processor.DatabaseSlice;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.ownership.StartingPoint;
import io.commitpipeline.processor.progress.ConsumerGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ConnectionPoolsTests.Slice.class, webEnvironment = WebEnvironment.NONE,
		properties = { "pipeline.connections.hot=2", "spring.datasource.hikari.connection-timeout=300" })
@LocalAzureTest
class ConnectionPoolsTests {

	@Autowired
	private OwnedPartitions owned;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private DataSourceHealthIndicator health;

	@BeforeEach
	void takePartitions() {
		for (ConsumerGroup path : ConsumerGroup.values()) {
			this.owned.startAt(path, new StartingPoint(1, Instant.EPOCH, Map.of()));
			for (String partition : new String[] { "0", "1", "2" }) {
				this.owned.take(new PartitionContext("namespace", "commits", path.id(), partition));
			}
		}
	}

	@Test
	void aPathWhoseConnectionsAllHangStarvesNeitherTheOtherNorHealth() throws Exception {
		CountDownLatch hanging = new CountDownLatch(2);
		CountDownLatch end = new CountDownLatch(1);
		ExecutorService threads = Executors.newCachedThreadPool();
		List<CompletableFuture<Void>> stalled = new ArrayList<>();
		try {
			for (int partition = 0; partition < 2; partition++) {
				stalled.add(hang(partition, hanging, end, threads));
			}
			hanging.await();
			assertThatThrownBy(() -> ask(ConsumerGroup.HOT, 2))
				.hasMessageContaining("Failed to obtain JDBC Connection");
			ask(ConsumerGroup.COLD, 0);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
			assertThat(this.jdbc.queryForObject("select 1", Integer.class)).isEqualTo(1);
		}
		finally {
			end.countDown();
			CompletableFuture.allOf(stalled.toArray(CompletableFuture[]::new)).join();
			threads.shutdown();
		}
		ask(ConsumerGroup.HOT, 2);
	}

	private CompletableFuture<Void> hang(int partition, CountDownLatch hanging, CountDownLatch end,
			ExecutorService threads) {
		return CompletableFuture.runAsync(() -> this.owned.inTurn(ConsumerGroup.HOT, partition,
				(taken) -> this.transactions.executeWithoutResult((transaction) -> {
					this.jdbc.queryForObject("select 1", Integer.class);
					hanging.countDown();
					try {
						end.await();
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
				})), threads);
	}

	private void ask(ConsumerGroup path, int partition) {
		this.owned.inTurn(path, partition, (taken) -> this.jdbc.queryForObject("select 1", Integer.class));
	}

	/** Not annotated as a configuration: tests of the whole application would find it. */
	@Import(DatabaseSlice.class)
	@EnableConfigurationProperties(ConnectionsProperties.class)
	@ComponentScan(basePackages = { "io.commitpipeline.processor.connections", "io.commitpipeline.processor.ownership",
			"io.commitpipeline.processor.retry" })
	static class Slice {

	}

}
