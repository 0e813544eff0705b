package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether there is more than the namespace is to keep.
 */
final class Housekeeping implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

	private static final int PERIOD_SECONDS = 2;

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Housekeeping::daemon);

	private final Broker broker;

	private final Retention retention;

	private Housekeeping(Broker broker, Retention retention) {
		this.broker = broker;
		this.retention = retention;
	}

	static Housekeeping start(Broker broker, Retention retention) {
		Housekeeping housekeeping = new Housekeeping(broker, retention);
		if (retention != Retention.NONE) {
			housekeeping.scheduler.scheduleWithFixedDelay(housekeeping::retain, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
		}
		return housekeeping;
	}

	private void retain() {
		try {
			this.broker.retain(this.retention);
		}
		catch (IOException | RuntimeException ex) {
			logger.error("What is too old or too much cannot be given up, it is tried again", ex);
		}
	}

	@Override
	public void close() {
		this.scheduler.shutdownNow();
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "event-hubs-housekeeping");
		thread.setDaemon(true);
		return thread;
	}

}
