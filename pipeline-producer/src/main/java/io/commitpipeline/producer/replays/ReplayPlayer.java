package io.commitpipeline.producer.replays;

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

	private final RunStarter starter;

	private final WindowPlayer windows;

	ReplayPlayer(ReplayRepository replays, RunRepository runs, Progress progress, SourceShelf shelf, Hub hub,
			RunStarter starter, WindowPlayer windows) {
		this.replays = replays;
		this.runs = runs;
		this.progress = progress;
		this.shelf = shelf;
		this.hub = hub;
		this.starter = starter;
		this.windows = windows;
	}

	/**
	 * Plays until there is a reason not to.
	 * @param replay the replay
	 * @param lease held on it
	 * @param ending whether this producer is shutting down
	 */
	void play(Replay replay, Lease lease, BooleanSupplier ending) {
		try {
			Run unfinished = this.runs.unfinishedOf(replay.id()).orElse(null);
			Runnable hold = holdIfWanted(lease, ending, unfinished);
			hold.run();
			this.replays.running(replay.id(), lease.owner());
			IndexedSource source = this.shelf.take(replay.source(), replay.order(), hold);
			Run run = (unfinished != null) ? resumed(unfinished, source, lease)
					: this.starter.begin(replay, lease, source, null);
			play(replay, run, source, lease, ending);
		}
		catch (HoldException ex) {
			hold(lease, ending);
		}
		catch (SourceNotFoundException | WrongHeaderException ex) {
			throw new ReplayFailedException(ex.getMessage(), ex);
		}
	}

	/**
	 * Preparing a large source takes a while, in which a command is obeyed too; but a
	 * window that was begun is sent to its end, whatever the command.
	 */
	private static Runnable holdIfWanted(Lease lease, BooleanSupplier ending, Run unfinished) {
		boolean mustSend = unfinished != null && unfinished.hasOpenWindow();
		return () -> {
			lease.require();
			Control control = lease.control();
			if (ending.getAsBoolean() || (!mustSend && (control.stops() || control.restsAt(unfinished)))) {
				throw new HoldException();
			}
		};
	}

	private void play(Replay replay, Run begun, IndexedSource source, Lease lease, BooleanSupplier ending) {
		Run run = begun;
		while (!lease.control().stops()) {
			if (lease.control().jumpsFrom(run) || (run.isDone() && lease.control().loop())) {
				run = this.starter.begin(replay, lease, source, run);
			}
			if (run.isDone()) {
				this.progress.end(lease, ReplayState.COMPLETED, null);
				return;
			}
			if (ending.getAsBoolean() || lease.control().restsAt(run)) {
				break;
			}
			run = this.windows.play(run, source.rows(), lease, ending);
		}
		hold(lease, ending);
	}

	private Run resumed(Run run, IndexedSource source, Lease lease) {
		if (!run.fingerprint().equals(source.fingerprint())) {
			throw new ReplayFailedException("The source has changed since the run began: its SHA-256 was "
					+ run.fingerprint() + " and is " + source.fingerprint());
		}
		int partitions = this.hub.partitions();
		if (run.partitions() != partitions) {
			throw new ReplayFailedException("The hub has changed since the run began: it had " + run.partitions()
					+ " partitions and has " + partitions);
		}
		return this.windows.finish(run, source.rows(), lease);
	}

	private void hold(Lease lease, BooleanSupplier ending) {
		if (lease.control().stops()) {
			this.progress.end(lease, ReplayState.STOPPED, null);
		}
		else {
			this.replays.leave(lease.replay(), lease.owner(),
					ending.getAsBoolean() ? ReplayState.RUNNING : ReplayState.PAUSED, null);
		}
	}

}
