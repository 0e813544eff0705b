package io.commitpipeline.producer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A database that is away makes the producer unready, never dead.
 */
@LocalAzureTest
class DatabaseAwayTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	@RegisterExtension
	static final ProducerOnAzure azure = new ProducerOnAzure();

	@Test
	void aProducerThatStartsWhileItsDatabaseIsAwayWaitsForItAndGoesOn(LocalPostgres postgres) throws IOException {
		String late = postgres.url() + "_late";
		int port = freePort();
		CompletableFuture<ConfigurableApplicationContext> producer = CompletableFuture
			.supplyAsync(() -> azure.startProducer("server.port=" + port, "spring.datasource.url=" + late,
					"spring.datasource.hikari.connection-timeout=1000"));
		await().atMost(SOON).ignoreExceptions().until(() -> status(port, "liveness") == 200);
		assertThat(status(port, "readiness")).isEqualTo(503);
		assertThat(producer).isNotDone();
		// Ready when it appears: one that is half migrated is an older one.
		azure.replays().update("create database %s template %s".formatted(name(late), name(postgres.url())));
		await().atMost(SOON).until(() -> status(port, "readiness") == 200);
		producer.join();
	}

	@Test
	void anOlderSchemaEndsTheProducerAtOnce() {
		try (LocalPostgres empty = LocalPostgres.temporary()) {
			assertThatThrownBy(() -> azure.startProducer("spring.datasource.url=" + empty.url()))
				.hasMessageContaining("The database schema is at version none")
				.hasMessageContaining("run the migration job first");
		}
	}

	private static String name(String url) {
		return url.replaceFirst(".*/", "");
	}

	private static int status(int port, String group) {
		return new TestRestTemplate()
			.getForEntity("http://127.0.0.1:" + port + "/actuator/health/" + group, String.class)
			.getStatusCode()
			.value();
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

}
