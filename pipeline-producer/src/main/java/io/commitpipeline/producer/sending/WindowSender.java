package io.commitpipeline.producer.sending;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends a window of rows until the hub has accepted every one of them.
 */
@Component
public class WindowSender {

	private static final Logger logger = LoggerFactory.getLogger(WindowSender.class);

	private static final IntervalFunction BACKOFF = IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200),
			2.0, 0.5, Duration.ofSeconds(5));

	private final CommitFlux flux;

	private final CommitMessages messages;

	private final Sender sender;

	private final SendingMetrics metrics;

	private final Duration answerTimeout;

	private final Retry untilNoneIsLeft = Retry.of("window",
			RetryConfig.<List<OutgoingCommit>>custom()
				.maxAttempts(Integer.MAX_VALUE)
				.intervalFunction(BACKOFF)
				.retryOnResult((left) -> !left.isEmpty())
				.retryOnException((ex) -> false)
				.build());

	WindowSender(CommitFlux flux, CommitMessages messages, Sender sender, SendingMetrics metrics,
			SendingProperties properties) {
		this.flux = flux;
		this.messages = messages;
		this.sender = sender;
		this.metrics = metrics;
		this.answerTimeout = properties.answerTimeout();
	}

	/**
	 * Sends the rows, and those that fail again and again.
	 * @param window the rows
	 * @param gate passed before each row; what it throws ends the sending
	 */
	public void send(List<OutgoingCommit> window, Gate gate) {
		this.metrics.window(() -> {
			AtomicReference<List<OutgoingCommit>> left = new AtomicReference<>(window);
			this.untilNoneIsLeft.executeSupplier(() -> {
				left.set(unaccepted(window, left.get(), gate));
				return left.get();
			});
		});
	}

	private List<OutgoingCommit> unaccepted(List<OutgoingCommit> window, List<OutgoingCommit> rows, Gate gate) {
		Attempt attempt = this.sender.begin(rows.size());
		if (!answered(attempt, rows, gate)) {
			logger.warn("The hub has not answered within {}: the window is sent again through a new sender",
					this.answerTimeout);
			this.metrics.unanswered();
			return window;
		}
		Set<Long> failed = attempt.failedRows();
		this.metrics.answered(rows.size(), failed.size());
		if (!failed.isEmpty()) {
			logger.warn("{} of {} rows have failed and are sent again: {}", failed.size(), rows.size(),
					attempt.lastCause());
		}
		if (failed.size() == rows.size()) {
			this.sender.reconnect();
		}
		return rows.stream().filter((row) -> failed.contains(row.row())).toList();
	}

	/** Whatever leaves answers open renews the sender, so that nobody counts them. */
	private boolean answered(Attempt attempt, List<OutgoingCommit> rows, Gate gate) {
		boolean answered = false;
		try {
			for (OutgoingCommit row : rows) {
				gate.pass(row.row());
				this.flux.emit(this.messages.message(row, this.sender.generation()));
			}
			answered = attempt.await(this.answerTimeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the hub", ex);
		}
		finally {
			if (!answered) {
				this.sender.renew();
			}
		}
		return answered;
	}

}
