package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ContainerAppsTests {

	private static final String APPS = """
			jobs:
			  migration:
			    { jar: fake.jar, arguments: [now], jvm: [-Xmx64m], timeout: 60, environment: { KIND: job %s } }
			apps:
			  fake:
			    jar: fake.jar
			    jvm: [-Xmx64m]
			    probes: { liveness: /ready, readiness: /ready }
			    gracePeriod: 20
			    environment:
			      SERVER_PORT: { from: app.port }
			      STOPPED: { from: test.stopped }
			      SPRING_CLOUD_AZURE_EVENTHUBS_NAMESPACE: { from: eventhubs.namespace }
			      %s
			""";

	@TempDir
	private Path directory;

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final AtomicInteger changes = new AtomicInteger();

	private FakeRepository repository;

	private ContainerApps apps;

	@BeforeEach
	void repository() {
		this.repository = new FakeRepository(this.directory);
	}

	@AfterEach
	void close() {
		if (this.apps != null) {
			this.apps.close();
		}
	}

	@Test
	void anAppSeesTheSettingsOfTheFileAndNothingElse() throws Exception {
		start("KIND: app");
		String environment = this.log.stream()
			.filter((line) -> line.startsWith("fake | arguments [], environment"))
			.findFirst()
			.orElseThrow();
		assertThat(environment).contains("KIND=app", "STOPPED=").doesNotContain("HOME=", "NAMESPACE");
	}

	@Test
	void aKilledAppIsStartedAgainAndTheChangeIsTold() throws Exception {
		start("KIND: app");
		long first = this.apps.pids().get("fake");
		assertThat(this.changes).hasValue(1);
		ProcessHandle.of(first).orElseThrow().destroyForcibly();
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(this.apps.pids().get("fake")).isNotEqualTo(first);
			assertThat(this.changes).hasValue(2);
		});
		assertThat(this.log).anySatisfy((line) -> assertThat(line).startsWith("fake | ended with exit code"));
	}

	@Test
	void stoppingLetsAnAppFinishAndLeavesNothingRunning() throws Exception {
		start("KIND: app");
		long pid = this.apps.pids().get("fake");
		this.apps.close();
		assertThat(this.repository.stopped()).hasContent("gracefully");
		assertThat(ProcessHandle.of(pid)).isEmpty();
		assertThat(register()).doesNotExist();
	}

	@Test
	void whatAKilledLauncherLeftRunningIsEnded() throws Exception {
		start("KIND: app");
		long pid = this.apps.pids().get("fake");
		Path copy = Files.copy(register(), this.directory.resolve("left"));
		ContainerApps.endLeftovers(copy);
		assertThat(ProcessHandle.of(pid)).isEmpty();
		assertThat(copy).doesNotExist();
	}

	@Test
	void aProcessThatGotTheSameIdLaterIsLeftAlone() throws Exception {
		Path register = Files.writeString(register(), ProcessHandle.current().pid() + " 1000000 fake\n");
		ContainerApps.endLeftovers(register);
		assertThat(ProcessHandle.current().isAlive()).isTrue();
		assertThat(register).doesNotExist();
	}

	@Test
	void anAppThatCannotStartIsGivenUpWithItsName() {
		assertThatExceptionOfType(ContainerAppsException.class).isThrownBy(() -> start("FAIL: \"7\""))
			.withMessage("fake ended 3 times while starting");
		assertThat(this.log).anySatisfy((line) -> assertThat(line).contains("ended with exit code 7"));
	}

	@Test
	void aFailedJobIsReported() {
		this.repository.apps(APPS.formatted(", FAIL: \"3\"", ""));
		this.apps = apps();
		assertThatExceptionOfType(ContainerAppsException.class).isThrownBy(() -> this.apps.run("migration"))
			.withMessage("The job migration failed with exit code 3, see its log above");
	}

	@Test
	void theJobRunsToItsEnd() {
		this.repository.apps(APPS.formatted("", ""));
		this.apps = apps();
		this.apps.run("migration");
		assertThat(this.apps.pids()).isEmpty();
		await().untilAsserted(() -> assertThat(this.log)
			.anySatisfy((line) -> assertThat(line).contains("migration | arguments [now], environment", "KIND=job")));
	}

	@Test
	void aReferenceThatNothingProvidesIsNamed() {
		assertThatExceptionOfType(ContainerAppsException.class).isThrownBy(() -> start("KIND: { from: moon.phase }"))
			.withMessage("apps.yaml takes KIND from moon.phase, which nothing here provides");
	}

	private void start(String setting) throws IOException {
		this.repository.apps(APPS.formatted("", setting));
		this.apps = apps();
		this.apps.start(Map.of("fake", freePort()));
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	private ContainerApps apps() {
		References references = new References(Map.of("test.stopped", this.repository.stopped().toString()));
		return new ContainerApps(this.directory, register(), references, this.log::add, this.changes::incrementAndGet,
				Clock.systemUTC());
	}

	private Path register() {
		return this.directory.resolve("processes");
	}

}
