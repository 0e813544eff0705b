package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The apps of {@code azure/apps.yaml} as processes on this machine.
 */
public final class ContainerApps implements AutoCloseable {

	private static final Duration READY_WITHIN = Duration.ofMinutes(5);

	private static final Duration PERIOD = Duration.ofMillis(200);

	/** What a launcher that was killed left behind has nothing to work on any more. */
	private static final Duration GRACE_OF_LEFTOVERS = Duration.ofSeconds(5);

	private final Path repository;

	private final AppsFile file;

	private final References references;

	private final ProcessRegister register;

	private final Consumer<String> log;

	private final Runnable changed;

	private final Clock clock;

	private final Map<String, Replica> replicas = new LinkedHashMap<>();

	private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(3, ContainerApps::daemon);

	private final List<CompletableFuture<Void>> ready = new CopyOnWriteArrayList<>();

	private boolean closed;

	/**
	 * Knows the apps, starts nothing yet.
	 * @param repository the top folder, below which the jars are
	 * @param register a file that remembers what runs
	 * @param references what the references of the environment mean
	 * @param log takes the apps' output, line by line
	 * @param changed called when an app has got another process
	 * @param clock measures how long an app lived
	 */
	public ContainerApps(Path repository, Path register, References references, Consumer<String> log, Runnable changed,
			Clock clock) {
		this.repository = repository;
		this.file = AppsFile.read(repository.resolve("azure").resolve("apps.yaml"));
		this.references = references;
		this.register = new ProcessRegister(register);
		this.log = log;
		this.changed = changed;
		this.clock = clock;
	}

	/**
	 * Ends what an earlier launcher left running.
	 * @param register its file
	 */
	public static void endLeftovers(Path register) {
		ProcessRegister left = new ProcessRegister(register);
		left.left().parallelStream().forEach((process) -> Termination.end(process, GRACE_OF_LEFTOVERS));
		left.clear();
	}

	/**
	 * Runs a job and waits for its end.
	 * @param job its name
	 */
	public void run(String job) {
		Job definition = this.file.jobs().get(job);
		JobRun
			.of(job, definition, this.repository, this.references.resolve(this.file.environment(definition)),
					prefix(job))
			.run(this.register);
	}

	/**
	 * Starts all apps at once and waits until every one is ready.
	 * @param ports where each app listens, by its name
	 */
	public void start(Map<String, Integer> ports) {
		this.file.apps().forEach((name, app) -> this.ready.add(start(name, app, ports.get(name))));
		try {
			CompletableFuture.allOf(this.ready.toArray(CompletableFuture<?>[]::new))
				.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new ContainerAppsException("The apps are not ready after " + READY_WITHIN.toSeconds() + " s", ex);
		}
		catch (ExecutionException ex) {
			throw new ContainerAppsException(ex.getCause().getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ContainerAppsException("Interrupted while the apps start", ex);
		}
	}

	/**
	 * The processes at this moment.
	 * @return process ids by the apps' names
	 */
	public Map<String, Long> pids() {
		return this.register.pids();
	}

	@Override
	public void close() {
		List<Replica> all;
		synchronized (this) {
			this.closed = true;
			all = List.copyOf(this.replicas.values());
			this.ready.forEach((waiting) -> waiting.completeExceptionally(new ContainerAppsException("Stopped")));
		}
		CompletableFuture
			.allOf(all.stream()
				.map((replica) -> CompletableFuture.runAsync(replica::stop))
				.toArray(CompletableFuture<?>[]::new))
			.join();
		this.register.running().forEach((process) -> Termination.end(process, GRACE_OF_LEFTOVERS));
		this.scheduler.shutdownNow();
		this.register.clear();
	}

	private synchronized CompletableFuture<Void> start(String name, App app, int port) {
		if (this.closed) {
			throw new ContainerAppsException("Stopped while starting");
		}
		Replica replica = new Replica(launch(name, app, port), Duration.ofSeconds(app.gracePeriod()), prefix(name),
				(process) -> started(name, process), this.scheduler, this.clock);
		this.replicas.put(name, replica);
		try {
			replica.start();
		}
		catch (IOException ex) {
			throw new ContainerAppsException(name + " does not start: " + ex.getMessage(), ex);
		}
		List<URI> endpoints = Stream.of(app.probes().liveness(), app.probes().readiness())
			.map((path) -> URI.create("http://127.0.0.1:" + port + path))
			.toList();
		return new ReadinessProbe(replica, endpoints).every(PERIOD, this.scheduler);
	}

	private Launch launch(String name, App app, int port) {
		References all = this.references.with(Map.of("app.port", Integer.toString(port), "app.address", "127.0.0.1"));
		return new Launch(name, this.repository.resolve(app.jar()), app.jvm(), List.of(),
				all.resolve(this.file.environment(app)));
	}

	private void started(String name, Process process) {
		this.register.put(name, process.toHandle());
		this.changed.run();
	}

	private LogPrefix prefix(String name) {
		int width = this.file.apps().keySet().stream().mapToInt(String::length).max().orElse(0);
		return new LogPrefix(name, width, this.log);
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "container-apps");
		thread.setDaemon(true);
		return thread;
	}

}
