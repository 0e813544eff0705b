package io.commitpipeline.processor.hotpath;

import java.util.List;
import java.util.function.BiConsumer;

import io.commitpipeline.processor.events.CommitReader;
import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.progress.Contiguity;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.quarantine.Quarantine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that a batch changes, and the progress past it, in one transaction. Trying
 * again after a commit of unknown outcome is safe: the progress row is read first.
 */
@Component
class HotPathTransaction {

	private final ProgressRows progress;

	private final Runs runs;

	private final RunWindows windows;

	private final MetricTables metrics;

	private final EventOutcomes outcomes;

	private final Quarantine quarantine;

	private final CommitReader reader = new CommitReader();

	HotPathTransaction(ProgressRows progress, Runs runs, RunWindows windows, MetricTables metrics,
			EventOutcomes outcomes, Quarantine quarantine) {
		this.progress = progress;
		this.runs = runs;
		this.windows = windows;
		this.metrics = metrics;
		this.outcomes = outcomes;
		this.quarantine = quarantine;
	}

	/**
	 * Counts the events that are next.
	 * @param events without holes
	 * @return what became of them
	 * @throws io.commitpipeline.processor.progress.JumpException if events are missing
	 * before these
	 */
	@Transactional
	public Outcomes count(ProgressKey key, List<ReceivedEvent> events) {
		return apply(key, events, BatchTally::add);
	}

	/**
	 * Quarantines an event that the database refuses to count.
	 */
	@Transactional
	public Outcomes refuse(ProgressKey key, ReceivedEvent event, String reason) {
		return apply(key, List.of(event), (tally, refused) -> tally.refuse(refused, reason));
	}

	private Outcomes apply(ProgressKey key, List<ReceivedEvent> events, BiConsumer<BatchTally, ReceivedEvent> judge) {
		long last = this.progress.lock(key);
		List<ReceivedEvent> next = Contiguity.next(last, events);
		if (next.isEmpty()) {
			return Outcomes.NONE;
		}
		BatchTally tally = new BatchTally(this.reader, this.runs::get,
				(run) -> this.windows.find(run, key.partition(), this.runs.get(run).window()),
				this.quarantine.discarded(key, next.get(0), next.get(next.size() - 1)));
		next.forEach((event) -> judge.accept(tally, event));
		store(key, tally);
		this.progress.advance(key, next.get(0), next.get(next.size() - 1));
		return tally.outcomes().values().stream().reduce(Outcomes.NONE, Outcomes::plus);
	}

	private void store(ProgressKey key, BatchTally tally) {
		tally.totals().forEach((run, totals) -> this.metrics.add(run, key.partition(), totals));
		tally.outcomes().forEach((run, outcomes) -> this.outcomes.add(key, run, outcomes));
		this.quarantine.add(key, tally.quarantined());
		this.windows.save(key.partition(), tally.seen());
	}

}
