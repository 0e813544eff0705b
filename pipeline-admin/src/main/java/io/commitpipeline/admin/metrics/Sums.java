package io.commitpipeline.admin.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The sums of one run, summed anew while the last ones are shown: a month of metrics
 * takes longer than a page may. However many read, one sums.
 */
class Sums {

	private static final Logger logger = LoggerFactory.getLogger(Sums.class);

	/** Summing takes at most a tenth of the time. */
	private static final int REST = 10;

	private final Supplier<Summary> query;

	private final SummaryProperties properties;

	private final Executor executor;

	private final Clock clock;

	private volatile Summary latest;

	private Instant dueAt = Instant.MIN;

	private CompletableFuture<Void> summing = CompletableFuture.completedFuture(null);

	Sums(Supplier<Summary> query, SummaryProperties properties, Executor executor, Clock clock) {
		this.query = query;
		this.properties = properties;
		this.executor = executor;
		this.clock = clock;
	}

	Optional<Summary> latest() {
		CompletableFuture<Void> summing = sumIfDue();
		if (this.latest == null) {
			summing.copy().completeOnTimeout(null, this.properties.patience().toMillis(), TimeUnit.MILLISECONDS).join();
		}
		return Optional.ofNullable(this.latest);
	}

	private synchronized CompletableFuture<Void> sumIfDue() {
		if (this.summing.isDone() && !this.dueAt.isAfter(this.clock.instant())) {
			this.summing = CompletableFuture.runAsync(this::sum, this.executor);
		}
		return this.summing;
	}

	private void sum() {
		Instant start = this.clock.instant();
		try {
			this.latest = this.query.get();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The sums of the metrics stay as they are: {}", ex.getMessage());
		}
		Instant end = this.clock.instant();
		rest(end, Duration.between(start, end).multipliedBy(REST));
	}

	private synchronized void rest(Instant now, Duration rest) {
		Duration fresh = this.properties.fresh();
		this.dueAt = now.plus((rest.compareTo(fresh) > 0) ? rest : fresh);
	}

}
