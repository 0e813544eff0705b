package io.commitpipeline.producer.replays;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for replays to run, one at a time. Whatever goes wrong ends the present attempt;
 * the next one goes on from what is saved.
 */
@Component
class ReplayWorker implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ReplayWorker.class);

	private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

	private final String owner = UUID.randomUUID().toString();

	private final ReplayRepository replays;

	private final ReplayPlayer player;

	private final Progress progress;

	private final ReplayProperties properties;

	private ScheduledExecutorService work;

	private ScheduledExecutorService heartbeats;

	private volatile boolean ending;

	private volatile Lease lease;

	ReplayWorker(ReplayRepository replays, ReplayPlayer player, Progress progress, ReplayProperties properties) {
		this.replays = replays;
		this.player = player;
		this.progress = progress;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.ending = false;
		this.work = Executors.newSingleThreadScheduledExecutor((task) -> new Thread(task, "replay"));
		this.heartbeats = Executors.newSingleThreadScheduledExecutor((task) -> new Thread(task, "lease"));
		everyPollInterval(this.work, this::poll);
	}

	private void poll() {
		try {
			long now = System.nanoTime();
			Optional<Replay> replay = this.replays.claim(this.owner, this.properties.lease());
			replay.ifPresent((claimed) -> run(claimed, now));
		}
		catch (LeaseLostException ex) {
			logger.warn("{}, or may be: it is claimed anew", ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("The replay is interrupted, it goes on from its last saved row", ex);
		}
	}

	private void run(Replay replay, long claimedAt) {
		logger.info("Replay {} of {} is taken up", replay.id(), replay.source());
		this.lease = new Lease(this.replays, replay, this.owner, this.properties.lease(), System::nanoTime, claimedAt);
		ScheduledFuture<?> heartbeat = everyPollInterval(this.heartbeats, this.lease::renew);
		try {
			this.player.play(replay, this.lease, () -> this.ending);
		}
		catch (ReplayFailedException ex) {
			logger.error("Replay {} has failed", replay.id(), ex);
			this.progress.end(this.lease, ReplayState.FAILED, ex.getMessage());
		}
		finally {
			heartbeat.cancel(false);
		}
	}

	private ScheduledFuture<?> everyPollInterval(ScheduledExecutorService executor, Runnable task) {
		return executor.scheduleWithFixedDelay(task, 0, this.properties.pollInterval().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Ends the window that was begun and gives up the lease, before the binding stops.
	 */
	@Override
	public void stop() {
		this.ending = true;
		Lease present = this.lease;
		if (present != null) {
			present.wakeUp();
		}
		this.work.shutdown();
		if (!endsWithin(this.properties.shutdownTimeout())) {
			logger.warn("The window could not be sent to its end in time, the next owner does it");
			this.work.shutdownNow();
			if (endsWithin(AFTER_INTERRUPT)) {
				this.replays.abandon(this.owner);
			}
		}
		this.heartbeats.shutdown();
	}

	private boolean endsWithin(Duration timeout) {
		try {
			return this.work.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Started once the schema is checked. */
	@Override
	public boolean isAutoStartup() {
		return false;
	}

	@Override
	public boolean isRunning() {
		return this.work != null && !this.work.isTerminated();
	}

}
