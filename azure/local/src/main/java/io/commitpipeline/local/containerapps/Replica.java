package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.resilience4j.core.IntervalFunction;

/**
 * A running app. It is started again when it dies, at first at once, then after longer
 * and longer pauses.
 */
final class Replica {

	private static final IntervalFunction PAUSES = IntervalFunction.ofExponentialBackoff(Duration.ofMillis(500), 2,
			Duration.ofSeconds(5));

	/** One that has lived that long is not caught in a loop of failures. */
	private static final Duration LONG_LIFE = Duration.ofSeconds(30);

	private final Launch launch;

	private final Duration grace;

	private final LogPrefix log;

	private final Consumer<Process> started;

	private final ScheduledExecutorService scheduler;

	private final Clock clock;

	private Process process;

	private Instant startedAt;

	private int failures;

	private boolean stopping;

	Replica(Launch launch, Duration grace, LogPrefix log, Consumer<Process> started, ScheduledExecutorService scheduler,
			Clock clock) {
		this.launch = launch;
		this.grace = grace;
		this.log = log;
		this.started = started;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	synchronized void start() throws IOException {
		if (this.stopping) {
			return;
		}
		this.process = this.launch.start();
		this.startedAt = this.clock.instant();
		this.log.follow(this.process);
		this.started.accept(this.process);
		this.process.onExit().thenAccept(this::ended);
	}

	/**
	 * How often it died in a row.
	 */
	synchronized int failures() {
		return this.failures;
	}

	void stop() {
		Process last;
		synchronized (this) {
			this.stopping = true;
			last = this.process;
		}
		if (last != null) {
			Termination.end(last.toHandle(), this.grace);
		}
	}

	private synchronized void ended(Process process) {
		if (this.stopping) {
			return;
		}
		boolean livedLong = this.startedAt.plus(LONG_LIFE).isBefore(this.clock.instant());
		this.failures = livedLong ? 1 : this.failures + 1;
		startLater("ended with exit code " + process.exitValue());
	}

	private void startLater(String reason) {
		long pause = PAUSES.apply(this.failures);
		this.log.say(reason + ", starts again in " + pause + " ms");
		this.scheduler.schedule(this::startAgain, pause, TimeUnit.MILLISECONDS);
	}

	private synchronized void startAgain() {
		try {
			start();
		}
		catch (IOException | RuntimeException ex) {
			this.failures++;
			startLater("does not start: " + ex.getMessage());
		}
	}

	@Override
	public String toString() {
		return this.launch.toString();
	}

}
