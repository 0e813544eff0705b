package io.commitpipeline.processor.hotpath;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.commitpipeline.processor.events.CommitReader;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.quarantine.QuarantinedEvent;
import io.commitpipeline.processor.quarantine.Quarantine;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Turns quarantined events into counted ones, by the rules of today. Sends nothing: the
 * hub has the events, and their rows are marked as seen.
 */
@Component
public class Redrive {

	private final Runs runs;

	private final RunWindows windows;

	private final MetricTables metrics;

	private final EventOutcomes outcomes;

	private final Quarantine quarantine;

	private final CommitReader reader = new CommitReader();

	Redrive(Runs runs, RunWindows windows, MetricTables metrics, EventOutcomes outcomes, Quarantine quarantine) {
		this.runs = runs;
		this.windows = windows;
		this.metrics = metrics;
		this.outcomes = outcomes;
		this.quarantine = quarantine;
	}

	/**
	 * Counts what can be counted now. Belongs into a transaction that holds the progress
	 * row.
	 * @param events as they are in quarantine
	 * @return what became of them
	 * @throws RefusedContentException if the database cannot store one of them
	 */
	public Redriven count(ProgressKey key, List<QuarantinedEvent> events) {
		return apply(key, events, BatchTally::addAgain);
	}

	/**
	 * Keeps an event that the database refuses.
	 */
	public Redriven refuse(ProgressKey key, QuarantinedEvent event, String reason) {
		return apply(key, List.of(event), (tally, refused) -> tally.refuse(refused.event(), reason));
	}

	private Redriven apply(ProgressKey key, List<QuarantinedEvent> events,
			BiConsumer<BatchTally, QuarantinedEvent> judge) {
		BatchTally tally = new BatchTally(this.reader, this.runs::get,
				(run) -> this.windows.find(run, key.partition(), this.runs.get(run).window()), Set.of());
		events.forEach((event) -> judge.accept(tally, event));
		try {
			store(key, events, tally);
		}
		catch (DataAccessException ex) {
			throw RefusedContentException.orElse(ex);
		}
		Outcomes all = tally.outcomes().values().stream().reduce(Outcomes.NONE, Outcomes::plus);
		return new Redriven(all.counted(), all.duplicates(), tally.quarantined());
	}

	private void store(ProgressKey key, List<QuarantinedEvent> events, BatchTally tally) {
		tally.totals().forEach((run, totals) -> this.metrics.add(run, key.partition(), totals));
		events.stream()
			.collect(Collectors.groupingBy((event) -> event.identity().runId(), Collectors.counting()))
			.forEach((run, number) -> this.outcomes.add(key, run, Outcomes.unquarantined(number)));
		tally.outcomes().forEach((run, outcomes) -> this.outcomes.add(key, run, outcomes));
		this.windows.save(key.partition(), tally.seen());
		Set<Long> kept = tally.quarantined().stream().map(Redrive::number).collect(Collectors.toSet());
		this.quarantine.remove(key,
				events.stream().map(Redrive::number).filter((number) -> !kept.contains(number)).toList());
		tally.quarantined().forEach((event) -> this.quarantine.keep(key, event));
	}

	private static Long number(QuarantinedEvent event) {
		return event.event().sequenceNumber();
	}

	/**
	 * What became of quarantined events.
	 *
	 * @param kept still cannot be counted, each with its present reason
	 */
	public record Redriven(long counted, long duplicates, List<QuarantinedEvent> kept) {

	}

}
