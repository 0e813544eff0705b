package io.commitpipeline.producer.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.commitpipeline.producer.commits.CommitRow;
import io.commitpipeline.producer.commits.CommitRowCodec;
import io.commitpipeline.producer.ordering.OrderedRows;
import io.commitpipeline.producer.sending.EventSize;
import io.commitpipeline.producer.sending.Gate;
import io.commitpipeline.producer.sending.OutgoingCommit;
import io.commitpipeline.producer.sending.WindowSender;

import org.springframework.stereotype.Component;

/**
 * Sends a run window by window. No row is sent before every row of the window before it
 * is accepted, and a window that was begun is sent to its end, whatever the command.
 */
@Component
class WindowPlayer {

	/** Windows per second where rows are paced, so that commands are obeyed soon. */
	private static final int WINDOWS_PER_SECOND = 4;

	/** Rows go out this much early, so that nothing waits for less. */
	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

	private final WindowSender sender;

	private final EventSize eventSize;

	private final Progress progress;

	private final ReplayProperties properties;

	WindowPlayer(WindowSender sender, EventSize eventSize, Progress progress, ReplayProperties properties) {
		this.sender = sender;
		this.eventSize = eventSize;
		this.progress = progress;
		this.properties = properties;
	}

	/** Sends the window that was begun, if one was. */
	Run finish(Run run, OrderedRows rows, Lease lease) {
		if (!run.hasOpenWindow()) {
			return run;
		}
		int open = Math.toIntExact(run.windowEnd() - run.nextRow());
		return send(run, read(rows, run.place(run.nextRow()), open, Long.MAX_VALUE), lease, (row) -> lease.require());
	}

	/** Sends as long as the operator wants rows of this run. */
	Run play(Run begun, OrderedRows rows, Lease lease, BooleanSupplier ending) {
		Run run = begun;
		RunPace pace = new RunPace(run, rows);
		while (!run.isDone() && !ending.getAsBoolean() && lease.control().goesOnWith(run)) {
			lease.require();
			pace.set(lease.control().presentTempo(), run.nextRow());
			long nanos = pace.nanosUntilDue(run.nextRow());
			if (nanos > TICK) {
				lease.await(nanos);
			}
			else {
				run = playNext(run, rows, lease, pace, ending);
			}
		}
		return run;
	}

	private Run playNext(Run run, OrderedRows rows, Lease lease, RunPace pace, BooleanSupplier ending) {
		long most = Math.min(run.windowRows(), lease.control().allowance(run));
		most = Math.min(most, pace.rowsWithin(run.nextRow(), 1.0 / WINDOWS_PER_SECOND));
		most = Math.min(most, run.stretch().size() - run.nextRow());
		List<CommitRow> window = read(rows, run.place(run.nextRow()), Math.toIntExact(most),
				this.properties.windowSize().toBytes());
		Run opened = run.withWindow(run.nextRow() + window.size());
		this.progress.openWindow(lease, opened);
		return send(opened, window, lease, paced(pace, lease, ending));
	}

	private Run send(Run run, List<CommitRow> window, Lease lease, Gate gate) {
		List<OutgoingCommit> sendable = new ArrayList<>(window.size());
		List<Rejection> unsendable = new ArrayList<>();
		for (int i = 0; i < window.size(); i++) {
			CommitRow row = window.get(i);
			long number = run.nextRow() + i;
			this.eventSize.reasonNotToSend(row.commit())
				.ifPresentOrElse((reason) -> unsendable.add(new Rejection(row.line(), number, null, reason)),
						() -> sendable.add(new OutgoingCommit(run.id(), number, row.commit())));
		}
		this.sender.send(sendable, gate);
		Run closed = run.withProgress(run.windowEnd());
		this.progress.closeWindow(lease, closed, window.get(window.size() - 1).commit().time(), unsendable);
		return closed;
	}

	private static List<CommitRow> read(OrderedRows rows, long from, int most, long mostBytes) {
		try {
			return rows.read(from, most, mostBytes).stream().map(CommitRowCodec::decode).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The ordered rows could not be read", ex);
		}
	}

	private static Gate paced(RunPace pace, Lease lease, BooleanSupplier ending) {
		return (row) -> {
			lease.require();
			long nanos = pace.nanosUntilDue(row);
			while (nanos > TICK && !ending.getAsBoolean()) {
				lease.await(nanos);
				lease.require();
				nanos = pace.nanosUntilDue(row);
			}
			pace.advance(row);
		};
	}

}
