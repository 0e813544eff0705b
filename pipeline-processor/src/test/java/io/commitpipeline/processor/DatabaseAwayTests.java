package io.commitpipeline.processor;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A dependency that is away makes the processor unready, never dead.
 */
class DatabaseAwayTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private ProcessorOnAzure azure;

	private DatabaseGate gate;

	private CompletableFuture<ConfigurableApplicationContext> processor;

	private String address;

	@BeforeEach
	void startAzure(@TempDir Path directory) throws Exception {
		this.azure = new ProcessorOnAzure(directory);
		this.gate = new DatabaseGate(this.azure.azure().postgres().url());
	}

	@AfterEach
	void stopAll() throws Exception {
		// What still waits at its start ends too.
		this.gate.open();
		if (this.processor != null) {
			this.processor.join().close();
		}
		this.gate.close();
		this.azure.close();
	}

	@Test
	void aProcessorThatStartsWhilePostgresIsAwayWaitsForItAndGoesOn() throws Exception {
		start();
		this.azure.send(0, 999);
		await().atMost(SOON)
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(health("readiness").getBody()).contains("Checking the schema",
					"\"waitsFor\":\"PostgreSQL\""));
		assertThat(health("readiness").getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(health("liveness").getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(this.processor).isNotDone();
		this.gate.open();
		awaitCounted(1_000);
		await().atMost(SOON).until(() -> health("readiness").getStatusCode() == HttpStatus.OK);
	}

	@Test
	void aPartitionThatWaitsForPostgresIsBlockedAndStaysWhereItIs() throws Exception {
		this.gate.open();
		start();
		this.azure.send(0, 999);
		awaitCounted(1_000);
		this.gate.shut();
		this.azure.send(1_000, 1_999);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(health("readiness").getBody()).contains(
					"\"Counting for path 'hot' of partition 3, incarnation 1\":{", "\"waitsFor\":\"PostgreSQL\""));
		assertThat(health("readiness").getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(health("liveness").getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(this.processor.join().getBean(OwnedPartitions.class).all()).hasSize(2 * ProcessorOnAzure.PARTITIONS);
		this.gate.open();
		awaitCounted(2_000);
		await().atMost(SOON).until(() -> health("readiness").getStatusCode() == HttpStatus.OK);
	}

	@Test
	void anOlderSchemaEndsTheProcessorAtOnce() {
		try (LocalPostgres old = LocalPostgres.temporary()) {
			assertThatThrownBy(() -> this.azure.startProcessor("spring.datasource.url=" + old.url()))
				.hasMessageContaining("The database schema is at version none")
				.hasMessageContaining("run the migration job first");
		}
	}

	private void start() throws Exception {
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			int port = free.getLocalPort();
			this.address = "http://127.0.0.1:" + port + "/actuator/";
			this.processor = CompletableFuture.supplyAsync(() -> this.azure.startProcessor("server.port=" + port,
					"spring.datasource.url=" + this.gate.url(), "spring.datasource.hikari.connection-timeout=1000"));
		}
	}

	private ResponseEntity<String> health(String group) {
		return get("health/" + group);
	}

	private ResponseEntity<String> get(String endpoint) {
		return new TestRestTemplate().getForEntity(this.address + endpoint, String.class);
	}

	private void awaitCounted(long commits) {
		JdbcTemplate jdbc = this.azure.jdbc();
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(
					jdbc.queryForObject("select coalesce(sum(commits), 0)::bigint from commits_by_minute", Long.class))
				.isEqualTo(commits));
	}

}
