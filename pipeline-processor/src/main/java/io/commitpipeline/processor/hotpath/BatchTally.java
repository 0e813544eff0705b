package io.commitpipeline.processor.hotpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.commitpipeline.processor.events.Commit;
import io.commitpipeline.processor.events.CommitReader;
import io.commitpipeline.processor.events.InvalidEventException;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.events.ReplayIdentity;
import io.commitpipeline.processor.quarantine.QuarantinedEvent;

/**
 * Decides for each event of a batch: counted, a duplicate or quarantined. Whether a row
 * was seen before is decided first, and quarantined rows are marked as seen too.
 */
class BatchTally {

	private final CommitReader reader;

	private final Function<UUID, Runs.Run> runs;

	private final Function<UUID, SeenRows> windows;

	private final Set<Long> discarded;

	private final Map<UUID, Runs.Run> known = new HashMap<>();

	private final Map<UUID, SeenRows> seen = new HashMap<>();

	private final Map<UUID, RunTotals> totals = new HashMap<>();

	private final Map<UUID, Outcomes> outcomes = new HashMap<>();

	private final List<QuarantinedEvent> quarantined = new ArrayList<>();

	/**
	 * @param discarded sequence numbers of events that stay in quarantine whatever they
	 * hold
	 */
	BatchTally(CommitReader reader, Function<UUID, Runs.Run> runs, Function<UUID, SeenRows> windows,
			Set<Long> discarded) {
		this.reader = reader;
		this.runs = runs;
		this.windows = windows;
		this.discarded = discarded;
	}

	void add(ReceivedEvent event) {
		judge(event, null);
	}

	/**
	 * Decides anew about an event that is in quarantine: as what it was put there, it is
	 * marked as seen already.
	 */
	void addAgain(QuarantinedEvent quarantined) {
		judge(quarantined.event(), quarantined.identity());
	}

	private void judge(ReceivedEvent event, ReplayIdentity marked) {
		try {
			ReplayIdentity identity = identityOf(event);
			if (identity.equals(marked) || isFirst(identity)) {
				count(event, identity);
			}
			else {
				add(identity.runId(), Outcomes.DUPLICATE);
			}
		}
		catch (InvalidEventException ex) {
			quarantine(event, ReplayIdentity.NONE, ex.getMessage());
		}
	}

	/**
	 * Quarantines an event that the database refused for its content.
	 */
	void refuse(ReceivedEvent event, String reason) {
		try {
			ReplayIdentity identity = identityOf(event);
			isFirst(identity);
			quarantine(event, identity, reason);
		}
		catch (InvalidEventException ex) {
			quarantine(event, ReplayIdentity.NONE, ex.getMessage());
		}
	}

	private ReplayIdentity identityOf(ReceivedEvent event) throws InvalidEventException {
		ReplayIdentity identity = ReplayIdentity.of(event.properties());
		if (identity.isPresent() && identity.row() >= rowsOf(identity.runId())) {
			throw new InvalidEventException("replay-row: " + identity.row() + " is beyond the rows of its run");
		}
		return identity;
	}

	private long rowsOf(UUID run) {
		return this.known.computeIfAbsent(run, this.runs).rows();
	}

	private boolean isFirst(ReplayIdentity identity) {
		return !identity.isPresent() || this.seen.computeIfAbsent(identity.runId(), this.windows).add(identity.row());
	}

	private void count(ReceivedEvent event, ReplayIdentity identity) {
		try {
			Commit commit = this.reader.read(event.body());
			if (this.discarded.contains(event.sequenceNumber())) {
				throw new InvalidEventException("discarded when it could not be counted");
			}
			this.totals.computeIfAbsent(identity.runId(), (run) -> new RunTotals()).add(event.enqueuedAt(), commit);
			add(identity.runId(), Outcomes.COUNTED);
		}
		catch (InvalidEventException ex) {
			quarantine(event, identity, ex.getMessage());
		}
	}

	private void quarantine(ReceivedEvent event, ReplayIdentity identity, String reason) {
		this.quarantined.add(new QuarantinedEvent(event, identity, reason));
		add(identity.runId(), Outcomes.QUARANTINED);
	}

	private void add(UUID run, Outcomes outcome) {
		this.outcomes.merge(run, outcome, Outcomes::plus);
	}

	Map<UUID, SeenRows> seen() {
		return this.seen;
	}

	Map<UUID, RunTotals> totals() {
		return this.totals;
	}

	Map<UUID, Outcomes> outcomes() {
		return this.outcomes;
	}

	List<QuarantinedEvent> quarantined() {
		return this.quarantined;
	}

}
