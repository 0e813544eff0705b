package io.commitpipeline.processor.checkpoints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubState;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * An empty answer would mean the beginning, one that never comes stops the renewal of
 * ownership.
 */
class UnansweredStartPositionTests {

	private static final Duration BOUND = Duration.ofSeconds(12);

	@Test
	void aDatabaseThatIsAwayFailsTheAnswer() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		assertFails(port);
	}

	@Test
	void aDatabaseThatHangsFailsTheAnswerInTime() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			assertFails(silent.getLocalPort());
		}
	}

	private static void assertFails(int port) {
		Hub hub = mock(Hub.class);
		given(hub.state()).willReturn(new HubState("commits", Instant.EPOCH, List.of()));
		new ApplicationContextRunner().withUserConfiguration(StartPositionTests.Slice.class)
			.withBean(Hub.class, () -> hub)
			.withPropertyValues("pipeline.checkpoints.endpoint=http://127.0.0.1:9/account",
					"pipeline.checkpoints.account-name=account", "pipeline.checkpoints.account-key=eA==",
					"spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/test",
					"spring.datasource.hikari.connection-timeout=5000")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				long start = System.nanoTime();
				assertThatThrownBy(() -> context.getBean(ProgressCheckpointStore.class)
					.listCheckpoints("ns", "commits", "hot")
					.collectList()
					.block(BOUND)).isNotNull();
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
			});
	}

}
