package io.commitpipeline.local.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ShutdownTests {

	private final List<String> stopped = new ArrayList<>();

	private final Shutdown shutdown = new Shutdown();

	@Test
	void partsAreStoppedInTheOppositeOrderOfTheirStart() {
		this.shutdown.add(part("database"));
		this.shutdown.add(part("apps"));
		this.shutdown.close();
		assertThat(this.stopped).containsExactly("apps", "database");
	}

	@Test
	void aPartThatFailsToStopDoesNotKeepTheOthersRunning() {
		this.shutdown.add(part("database"));
		this.shutdown.add(() -> {
			throw new IllegalStateException("stuck");
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.shutdown::close)
			.withMessage("Stopping failed: stuck");
		assertThat(this.stopped).containsExactly("database");
	}

	@Test
	void aSignalEndsAPauseAndWaitsForTheProgramToEnd() throws Exception {
		this.shutdown.add(part("database"));
		CompletableFuture<Void> signal = CompletableFuture.runAsync(this.shutdown::request);
		assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> this.shutdown.pause(Duration.ofMinutes(1)));
		await().untilAsserted(() -> assertThat(this.stopped).containsExactly("database"));
		assertThat(signal).isNotDone();
		this.shutdown.close();
		signal.get(10, TimeUnit.SECONDS);
	}

	@Test
	void whatWasJustBeingStartedWhenTheSignalCameIsStoppedToo() throws Exception {
		CompletableFuture<Void> signal = CompletableFuture.runAsync(this.shutdown::request);
		await().until(this.shutdown::isRequested);
		assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> this.shutdown.add(part("late")));
		assertThat(this.stopped).containsExactly("late");
		this.shutdown.close();
		signal.get(10, TimeUnit.SECONDS);
	}

	private AutoCloseable part(String name) {
		return () -> this.stopped.add(name);
	}

}
