package io.commitpipeline.processor.retry;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
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

	private final Waits waits;

	private final MeterRegistry meters;

	private final RetryConfig config;

	InPlaceRetry(Shutdown shutdown, Waits waits, MeterRegistry meters) {
		this.waits = waits;
		this.meters = meters;
		this.config = RetryConfig.custom()
			.maxAttempts(Integer.MAX_VALUE)
			.intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST, GROWTH, JITTER, LONGEST))
			.retryOnException((failure) -> !(failure instanceof NotRetriedException) && !shutdown.hasBegun())
			.build();
	}

	public <T> T call(Work work, Supplier<T> action) {
		Wait wait = this.waits.begin(work);
		try {
			return retry(work, wait).executeSupplier(action);
		}
		finally {
			this.waits.end(wait);
		}
	}

	public void run(Work work, Runnable action) {
		call(work, () -> {
			action.run();
			return null;
		});
	}

	private Retry retry(Work work, Wait wait) {
		Retry retry = Retry.of(work.kind(), this.config);
		retry.getEventPublisher().onRetry((event) -> {
			wait.failed(event.getLastThrowable());
			this.meters.counter("pipeline.retries", "work", work.kind()).increment();
			report(work, event);
		});
		return retry;
	}

	/**
	 * The whole story is told once: what is away for an hour fails thousands of times.
	 */
	private static void report(Work work, RetryOnRetryEvent event) {
		if (event.getNumberOfRetryAttempts() == 1) {
			logger.warn("{} failed, next try in {}", work, event.getWaitInterval(), event.getLastThrowable());
		}
		else {
			logger.warn("{} failed {} times, next try in {}: {}", work, event.getNumberOfRetryAttempts(),
					event.getWaitInterval(), event.getLastThrowable().toString());
		}
	}

}
