package io.commitpipeline.local.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows progress: a bar on a terminal, a line now and then elsewhere.
 */
final class ProgressDisplay implements AutoCloseable {

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

	private final Terminal terminal;

	private final Clock clock;

	private final ProgressBar bar;

	private Instant shownAt;

	private long sentThen;

	ProgressDisplay(Terminal terminal, Clock clock) {
		this.terminal = terminal;
		this.clock = clock;
		this.bar = terminal.interactive() ? new ProgressBarBuilder().setTaskName("commits")
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(500)
			.setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
			.build() : null;
	}

	void show(Progress progress) {
		Instant now = this.clock.instant();
		if (this.shownAt == null) {
			this.shownAt = now;
			this.sentThen = progress.totals().sent();
		}
		Duration passed = Duration.between(this.shownAt, now);
		if (this.bar != null) {
			this.bar.maxHint(
					progress.totals().received() + Math.max(0, progress.replay().rows() - progress.totals().sent()));
			this.bar.stepTo(progress.dealtWith());
		}
		if (passed.compareTo(BETWEEN_LINES) >= 0 || progress.isDone()) {
			say(progress, passed);
			this.shownAt = now;
			this.sentThen = progress.totals().sent();
		}
	}

	private void say(Progress progress, Duration passed) {
		long rate = (progress.totals().sent() - this.sentThen) * 1000 / Math.max(1, passed.toMillis());
		String text = "%s, %,d/s".formatted(progress, rate);
		if (this.bar != null) {
			this.bar.setExtraMessage(text);
		}
		else {
			this.terminal.log(text);
		}
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
		}
	}

}
