package io.commitpipeline.processor;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.commitpipeline.processor.checkpoints.CheckpointCopies;
import io.commitpipeline.processor.coldpath.EventArchiver;
import io.commitpipeline.processor.hotpath.EventGatherer;
import io.commitpipeline.processor.ownership.OwnedPartition;
import io.commitpipeline.processor.ownership.OwnedPartitions;
import io.commitpipeline.processor.retry.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the work in order, before the bindings stop: they would release partitions without
 * waiting for the batches under way. What does not end in time is read again by the next
 * owner.
 */
@Component
class Drain implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Drain.class);

	/** Leaves the bindings their ten seconds within a grace period of 30. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Shutdown shutdown;

	private final OwnedPartitions owned;

	private final EventGatherer gatherer;

	private final EventArchiver archiver;

	private final CheckpointCopies checkpoints;

	private volatile boolean running;

	private final BindingsLifecycleController bindings;

	private final BindingServiceProperties bindingNames;

	Drain(Shutdown shutdown, OwnedPartitions owned, EventGatherer gatherer, EventArchiver archiver,
			CheckpointCopies checkpoints, BindingsLifecycleController bindings, BindingServiceProperties bindingNames) {
		this.shutdown = shutdown;
		this.owned = owned;
		this.gatherer = gatherer;
		this.archiver = archiver;
		this.checkpoints = checkpoints;
		this.bindings = bindings;
		this.bindingNames = bindingNames;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.shutdown.begin();
		atOnce(this.owned.all(), this::finish);
		this.checkpoints.write();
		// Each can take the SDK's ten seconds, and the framework would stop one after the
		// other.
		atOnce(this.bindingNames.getBindings().keySet(), this.bindings::stop);
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Above the bindings and the web server: health and metrics outlive the work. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 500;
	}

	private static <T> void atOnce(Collection<T> all, Consumer<T> work) {
		ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, all.size()));
		try {
			CompletableFuture
				.allOf(all.stream()
					.map((each) -> CompletableFuture.runAsync(() -> work.accept(each), executor))
					.toArray(CompletableFuture[]::new))
				.join();
		}
		finally {
			executor.shutdownNow();
		}
	}

	private void finish(OwnedPartition partition) {
		try {
			if (!this.owned.atLast(partition, PATIENCE, this::flush)) {
				logger.warn("The batch under way in {} did not end in time, it will be read again", partition);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.warn("{} is not flushed, its events will be read again", partition, ex);
		}
	}

	private void flush(OwnedPartition partition) {
		switch (partition.key().group()) {
			case HOT -> this.gatherer.flush(partition);
			case COLD -> this.archiver.flush(partition);
		}
	}

}
