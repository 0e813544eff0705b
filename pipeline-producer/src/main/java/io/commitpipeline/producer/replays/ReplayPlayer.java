package io.commitpipeline.producer.replays;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.commitpipeline.producer.commits.WrongHeaderException;
import io.commitpipeline.producer.sending.Hub;
import io.commitpipeline.producer.sources.SourceNotFoundException;

import org.springframework.stereotype.Component;

/**
 * Takes a replay from where it stands to its hold, its end or its failure.
 */
@Component
class ReplayPlayer {

	private final ReplayRepository replays;

	private final RunRepository runs;

	private final Progress progress;

	private final SourceShelf shelf;

	private final Hub hub;

	private final WindowPlayer windows;

	private final ReplayProperties properties;

	ReplayPlayer(ReplayRepository replays, RunRepository runs, Progress progress, SourceShelf shelf, Hub hub,
			WindowPlayer windows, ReplayProperties properties) {
		this.replays = replays;
		this.runs = runs;
		this.progress = progress;
		this.shelf = shelf;
		this.hub = hub;
		this.windows = windows;
		this.properties = properties;
	}

	/**
	 * Plays until there is a reason not to.
	 * @param replay the replay
	 * @param lease held on it
	 * @param ending whether this producer is shutting down
	 */
	void play(Replay replay, Lease lease, BooleanSupplier ending) {
		try {
			Optional<Run> unfinished = this.runs.unfinishedOf(replay.id());
			boolean mustSend = unfinished.filter(Run::hasOpenWindow).isPresent();
			if (lease.control().stop() && !mustSend) {
				leave(lease, ReplayState.STOPPED);
				return;
			}
			this.replays.running(replay.id(), lease.owner());
			IndexedSource source = this.shelf.take(replay.source(), replay.order(), holdable(lease, ending, mustSend));
			Run run = unfinished.isPresent() ? resumable(unfinished.get(), source) : begin(replay, lease, source);
			end(lease, this.windows.play(run, source.rows(), lease, ending));
		}
		catch (HoldException ex) {
			leave(lease, ending.getAsBoolean() ? ReplayState.RUNNING : ReplayState.STOPPED);
		}
		catch (SourceNotFoundException | WrongHeaderException ex) {
			throw new ReplayFailedException(ex.getMessage(), ex);
		}
	}

	/** Preparing a large source takes a while, in which a command is obeyed too. */
	private static Runnable holdable(Lease lease, BooleanSupplier ending, boolean mustSend) {
		return () -> {
			lease.require();
			if (ending.getAsBoolean() || (lease.control().stop() && !mustSend)) {
				throw new HoldException();
			}
		};
	}

	private Run begin(Replay replay, Lease lease, IndexedSource source) {
		Run run = new Run(UUID.randomUUID(), source.fingerprint(), source.rows().size(), this.properties.windowRows(),
				this.hub.partitions(), 0, 0);
		this.progress.begin(lease, run, replay.order(), source);
		return run;
	}

	private Run resumable(Run run, IndexedSource source) {
		if (!run.fingerprint().equals(source.fingerprint())) {
			throw new ReplayFailedException("The source has changed since the run began: its SHA-256 was "
					+ run.fingerprint() + " and is " + source.fingerprint());
		}
		int partitions = this.hub.partitions();
		if (run.partitions() != partitions) {
			throw new ReplayFailedException("The hub has changed since the run began: it had " + run.partitions()
					+ " partitions and has " + partitions);
		}
		return run;
	}

	private void end(Lease lease, Run run) {
		if (run.isDone()) {
			this.progress.complete(lease, run.id());
		}
		else if (lease.control().stop()) {
			leave(lease, ReplayState.STOPPED);
		}
		else {
			leave(lease, ReplayState.RUNNING);
		}
	}

	private void leave(Lease lease, ReplayState state) {
		this.replays.leave(lease.replay(), lease.owner(), state, null);
	}

}
