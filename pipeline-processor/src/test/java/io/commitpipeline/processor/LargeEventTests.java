package io.commitpipeline.processor;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.client.TestRestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What waits in memory is bounded in bytes: with events as large as there are, a handler
 * that waits, and a heap that would not hold them.
 */
class LargeEventTests {

	private static final Duration SOON = Duration.ofSeconds(90);

	private static final int EVENTS_OF_A_PARTITION = 50;

	private static final int BYTES = 990_000;

	private ProcessorOnAzure azure;

	private DatabaseGate gate;

	private Process processor;

	private String address;

	@BeforeEach
	void startProcessor(@TempDir Path directory) throws Exception {
		this.azure = new ProcessorOnAzure(directory);
		this.gate = new DatabaseGate(this.azure.azure().postgres().url());
		this.gate.open();
		int port;
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		this.address = "http://127.0.0.1:" + port + "/actuator/";
		// As in azure/apps.yaml: G1 can give up for the arrays that zstd locks while
		// there is room.
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
						"-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
						ProcessorApplication.class.getName()));
		command.addAll(this.azure.arguments("server.port=" + port, "spring.datasource.url=" + this.gate.url(),
				"spring.datasource.hikari.connection-timeout=1000"));
		this.processor = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File(directory.toFile(), "processor.log"))
			.start();
	}

	@AfterEach
	void stopAll() throws Exception {
		this.processor.destroy();
		if (!this.processor.waitFor(30, TimeUnit.SECONDS)) {
			this.processor.destroyForcibly().waitFor();
		}
		this.gate.close();
		this.azure.close();
	}

	@Test
	void aSmallHeapSurvivesEventsOfAMegabyteWhileNoneCanBeDealtWith() throws Exception {
		for (int partition = 0; partition < ProcessorOnAzure.PARTITIONS; partition++) {
			awaitMetric("pipeline_lag_events{partition=\"" + partition + "\",path=\"hot\"}");
			awaitMetric("pipeline_lag_events{partition=\"" + partition + "\",path=\"cold\"}");
		}
		this.gate.shut();
		byte[] noise = new byte[BYTES * 3 / 4];
		new Random(1).nextBytes(noise);
		String message = Base64.getEncoder().encodeToString(noise);
		for (int row = 0; row < ProcessorOnAzure.PARTITIONS * EVENTS_OF_A_PARTITION; row++) {
			this.azure.send(row % ProcessorOnAzure.PARTITIONS, TestEvents.json(row).replace("mend", message), row);
		}
		awaitMetric("pipeline_partitions_blocked{path=\"hot\"} 4.0");
		awaitMetric("pipeline_partitions_blocked{path=\"cold\"} 4.0");
		this.gate.open();
		long events = ProcessorOnAzure.PARTITIONS * EVENTS_OF_A_PARTITION;
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(this.azure.jdbc().queryForMap("select counted, archived from completeness"))
				.containsEntry("counted", events)
				.containsEntry("archived", events));
		assertThat(this.processor.isAlive()).isTrue();
	}

	private void awaitMetric(String text) {
		await().atMost(SOON).ignoreExceptions().until(() -> {
			assertThat(this.processor.isAlive()).isTrue();
			return new TestRestTemplate().getForObject(this.address + "prometheus", String.class).contains(text);
		});
	}

}
