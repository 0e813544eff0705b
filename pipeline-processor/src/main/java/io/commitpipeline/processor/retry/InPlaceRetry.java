package io.commitpipeline.processor.retry;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Runs work until it succeeds, with exponential backoff and jitter. Only shutdown and
 * exceptions that say that trying again is pointless end it earlier.
 */
@Component
public class InPlaceRetry {

	private static final Logger logger = LoggerFactory.getLogger(InPlaceRetry.class);

	private static final Duration FIRST = Duration.ofMillis(100);

	/** Bounds how late shutdown is noticed. */
	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final double GROWTH = 2;

	private static final double JITTER = 0.5;

	private final MeterRegistry meters;

	private final RetryConfig config;

	InPlaceRetry(Shutdown shutdown, MeterRegistry meters) {
		this.meters = meters;
		this.config = RetryConfig.custom()
			.maxAttempts(Integer.MAX_VALUE)
			.intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST, GROWTH, JITTER, LONGEST))
			.retryOnException((failure) -> !(failure instanceof NotRetriedException) && !shutdown.hasBegun())
			.build();
	}

	/**
	 * @param work names the work in logs
	 * @param kind names the kind of work in metrics
	 */
	public <T> T call(String work, String kind, Supplier<T> action) {
		Retry retry = Retry.of(kind, this.config);
		retry.getEventPublisher().onRetry((event) -> {
			this.meters.counter("pipeline.retries", "work", kind).increment();
			logger.warn("{} failed {} times, next try in {}", work, event.getNumberOfRetryAttempts(),
					event.getWaitInterval(), event.getLastThrowable());
		});
		return retry.executeSupplier(action);
	}

	public void run(String work, String kind, Runnable action) {
		call(work, kind, () -> {
			action.run();
			return null;
		});
	}

}
