package io.commitpipeline.producer.replays;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Saves how far a run has come, each step in one transaction that only the owner of the
 * replay gets through.
 */
@Component
class Progress {

	private final ReplayRepository replays;

	private final RunRepository runs;

	private final TransactionTemplate transaction;

	Progress(ReplayRepository replays, RunRepository runs, TransactionTemplate transaction) {
		this.replays = replays;
		this.runs = runs;
		this.transaction = transaction;
	}

	/** A new run, which ends the one before it. */
	void begin(Lease lease, Beginning beginning) {
		fenced(lease, () -> {
			this.runs.finish(lease.replay());
			this.runs.insert(lease.replay(), beginning);
			this.runs.keep(lease.replay(), beginning.run().id(), beginning.rejections());
		});
	}

	/** Before a window is sent: from here its rows may be at the hub. */
	void openWindow(Lease lease, Run run) {
		fenced(lease, () -> this.runs.openWindow(run));
	}

	/** After all of a window is accepted, but for what can never be. */
	void closeWindow(Lease lease, Run run, int commitTime, List<Rejection> unsendable) {
		fenced(lease, () -> {
			this.runs.closeWindow(run, commitTime, unsendable.size());
			this.runs.keep(lease.replay(), run.id(), unsendable);
		});
	}

	/** The replay is over, and with it its run. */
	void end(Lease lease, ReplayState state, String failure) {
		fenced(lease, () -> {
			this.runs.finish(lease.replay());
			this.replays.leave(lease.replay(), lease.owner(), state, failure);
		});
	}

	private void fenced(Lease lease, Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			this.replays.fence(lease.replay(), lease.owner());
			work.run();
		});
	}

}
