package io.commitpipeline.producer.replays;

import java.util.List;
import java.util.UUID;

import io.commitpipeline.producer.ordering.RowOrder;

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

	void begin(Lease lease, Run run, RowOrder order, IndexedSource source) {
		fenced(lease, () -> {
			this.runs.insert(lease.replay(), run, order, source.rejectedRows());
			this.runs.keep(run.id(), source.rejections());
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
			if (!unsendable.isEmpty()) {
				this.runs.keep(run.id(), unsendable);
			}
		});
	}

	void complete(Lease lease, UUID run) {
		fenced(lease, () -> {
			this.runs.finish(run);
			this.replays.leave(lease.replay(), lease.owner(), ReplayState.COMPLETED, null);
		});
	}

	private void fenced(Lease lease, Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			this.replays.fence(lease.replay(), lease.owner());
			work.run();
		});
	}

}
