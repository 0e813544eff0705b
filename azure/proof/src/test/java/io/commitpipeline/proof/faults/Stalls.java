package io.commitpipeline.proof.faults;

import java.util.Collection;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops all applications for a moment now and then, as a host does that is short of
 * processors: what is usually in time comes late.
 */
final class Stalls implements AutoCloseable {

	private static final boolean ASKED_FOR = Boolean.getBoolean("faults.stalls");

	private static final int MOST_MILLIS_BETWEEN = 8_000;

	private static final int MOST_MILLIS = 1_000;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final Collection<App> apps;

	private final Random random;

	private Stalls(Collection<App> apps, long seed) {
		this.apps = apps;
		this.random = new Random(seed);
	}

	static Stalls begin(Collection<App> apps, long seed) {
		Stalls stalls = new Stalls(apps, seed);
		if (ASKED_FOR) {
			stalls.later(stalls::stop, MOST_MILLIS_BETWEEN);
		}
		return stalls;
	}

	private void stop() {
		this.apps.forEach((app) -> app.stall("STOP"));
		later(this::resume, MOST_MILLIS);
	}

	private void resume() {
		this.apps.forEach((app) -> app.stall("CONT"));
		later(this::stop, MOST_MILLIS_BETWEEN);
	}

	private void later(Runnable step, int mostMillis) {
		this.timer.schedule(step, this.random.nextInt(mostMillis), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.apps.forEach((app) -> app.stall("CONT"));
	}

}
