package io.commitpipeline.producer.replays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import io.commitpipeline.producer.commits.CommitRowCodec;
import io.commitpipeline.producer.ordering.OrderedRows;
import io.commitpipeline.producer.sending.Hub;

import org.springframework.stereotype.Component;

/**
 * Begins runs: the first of a replay, and those that follow when it jumps or loops.
 */
@Component
class RunStarter {

	private final Progress progress;

	private final Hub hub;

	private final ReplayProperties properties;

	RunStarter(Progress progress, Hub hub, ReplayProperties properties) {
		this.progress = progress;
		this.hub = hub;
		this.properties = properties;
	}

	/**
	 * Begins a run and thereby ends the one before it.
	 * @param before null for the first
	 */
	Run begin(Replay replay, Lease lease, IndexedSource source, Run before) {
		try {
			Control control = lease.control();
			Jump jump = control.jump();
			boolean loops = before != null && !control.jumpsFrom(before);
			Stretch range = Stretch.of(replay, source.rows());
			Run run = run(source, loops ? range : range.from(jump.target(), source.rows()), jump.id(), before);
			this.progress.begin(lease, beginning(replay, source, run, before, loops ? "loop" : origin(jump)));
			return run;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The ordered rows could not be read", ex);
		}
	}

	private Run run(IndexedSource source, Stretch stretch, UUID jumpId, Run before) {
		return new Run(UUID.randomUUID(), (before != null) ? before.id() : null, source.fingerprint(), stretch,
				this.properties.windowRows(), this.hub.partitions(), (before != null) ? before.rowsOfReplay() : 0,
				jumpId, 0, 0);
	}

	/**
	 * Rejected rows are those of the source: a run that follows another does not count
	 * them again.
	 */
	private static Beginning beginning(Replay replay, IndexedSource source, Run run, Run before, String origin)
			throws IOException {
		boolean known = before != null && before.fingerprint().equals(source.fingerprint());
		return new Beginning(run, replay.order(), origin, commitTime(source.rows(), run.stretch()),
				known ? 0 : source.rejectedRows(), known ? List.of() : source.rejections());
	}

	private static String origin(Jump jump) {
		return (jump.id() != null) ? jump.origin() : "start";
	}

	private static Integer commitTime(OrderedRows rows, Stretch stretch) throws IOException {
		return (stretch.size() > 0)
				? CommitRowCodec.decode(rows.read(stretch.start(), 1, Long.MAX_VALUE).get(0)).commit().time() : null;
	}

}
