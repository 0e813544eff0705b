package io.commitpipeline.processor.status;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.commitpipeline.processor.hotpath.Latencies;
import io.commitpipeline.processor.lag.Backlog;
import io.commitpipeline.processor.lag.Lag;
import io.commitpipeline.processor.progress.ConsumerGroup;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.retry.Wait;
import io.commitpipeline.processor.retry.Waits;
import io.commitpipeline.processor.watchdog.PartitionStates;
import io.commitpipeline.processor.status.StatusRows.Blocked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes every few seconds how the owned partitions do. What cannot be written is told
 * the next time: nothing waits for it.
 */
@Component
class StatusReport {

	private static final Logger logger = LoggerFactory.getLogger(StatusReport.class);

	private static final Duration KEPT = Duration.ofDays(31);

	private static final int STEP = 1_000;

	private static final long[] NONE = {};

	private final String owner = ManagementFactory.getRuntimeMXBean().getName();

	private final Lag lag;

	private final Waits waits;

	private final PartitionStates states;

	private final Latencies latencies;

	private final StatusRows rows;

	private final TransactionOperations transactions;

	private final Clock clock;

	StatusReport(Lag lag, Waits waits, PartitionStates states, Latencies latencies, StatusRows rows,
			TransactionOperations transactions, Clock clock) {
		this.lag = lag;
		this.waits = waits;
		this.states = states;
		this.latencies = latencies;
		this.rows = rows;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 5_000, initialDelay = 2_000)
	void write() {
		List<Backlog> backlogs = this.lag.latest();
		if (backlogs.isEmpty()) {
			return;
		}
		Map<Integer, long[]> drained = this.latencies.drain();
		try {
			this.transactions.executeWithoutResult((status) -> backlogs.forEach((backlog) -> write(backlog, drained)));
		}
		catch (DataAccessException | TransactionException ex) {
			this.latencies.putBack(drained);
			logger.warn("The status is not written while the database is away ({})", ex.getMessage());
		}
	}

	@Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
	void forget() {
		try {
			this.rows.forget(this.clock.instant().minus(KEPT), STEP);
		}
		catch (DataAccessException ex) {
			logger.warn("Old minutes stay while the database is away ({})", ex.getMessage());
		}
	}

	private void write(Backlog backlog, Map<Integer, long[]> drained) {
		ProgressKey key = backlog.partition().key();
		boolean isHot = key.group() == ConsumerGroup.HOT;
		this.rows.present(backlog, this.owner, blocked(key), this.states.isStuck(key));
		this.rows.minute(backlog, isHot ? drained.getOrDefault(key.partition(), NONE) : NONE, this.clock.instant());
	}

	private Blocked blocked(ProgressKey key) {
		return this.waits.blocked()
			.stream()
			.filter((wait) -> wait.work().subject() instanceof ProgressKey other && key.isSamePartition(other))
			.findFirst()
			.map(StatusReport::blocked)
			.orElse(null);
	}

	private static Blocked blocked(Wait wait) {
		return new Blocked(wait.since(), "waits for " + wait.work().needs() + ": " + wait.reason());
	}

}
