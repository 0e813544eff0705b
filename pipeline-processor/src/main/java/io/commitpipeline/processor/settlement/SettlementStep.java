package io.commitpipeline.processor.settlement;

import java.util.List;
import java.util.Optional;

import io.commitpipeline.processor.hotpath.Redrive;
import io.commitpipeline.processor.hotpath.Redrive.Redriven;
import io.commitpipeline.processor.hotpath.RefusedContentException;
import io.commitpipeline.processor.progress.ProgressKey;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.quarantine.QuarantinedEvent;
import io.commitpipeline.processor.settlement.Settlement.Action;
import io.commitpipeline.processor.settlement.Settlement.Place;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles some events of one partition, in one transaction that holds the partition's
 * progress row as a batch does: neither a batch, nor another settlement, nor the swap of
 * a rebuild is under way meanwhile.
 */
@Component
class SettlementStep {

	private final Settlements settlements;

	private final QuarantinedTargets targets;

	private final ProgressRows progress;

	private final Redrive redrive;

	private final TransactionOperations savepoint;

	SettlementStep(Settlements settlements, QuarantinedTargets targets, ProgressRows progress, Redrive redrive,
			PlatformTransactionManager transactions) {
		this.settlements = settlements;
		this.targets = targets;
		this.progress = progress;
		this.redrive = redrive;
		this.savepoint = new TransactionTemplate(transactions,
				new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
	}

	/**
	 * Takes the next step of the oldest settlement.
	 * @param limit how many events at most
	 * @return false if there is nothing to do
	 * @throws RefusedContentException if the database cannot store one of several events
	 */
	@Transactional
	public boolean take(int limit) {
		Optional<Settlement> next = this.settlements.next();
		next.ifPresent((settlement) -> this.targets.partition(settlement)
			.ifPresentOrElse((key) -> settle(settlement, key, limit), () -> this.settlements.finish(settlement)));
		return next.isPresent();
	}

	private void settle(Settlement settlement, ProgressKey key, int limit) {
		this.progress.lock(key);
		if (settlement.action() == Action.DISCARD) {
			discard(settlement, key, limit);
		}
		else {
			redrive(settlement, key, limit);
		}
	}

	private void discard(Settlement settlement, ProgressKey key, int limit) {
		List<Long> discarded = this.targets.discard(settlement, key, limit);
		advance(settlement, key, discarded, StepResult.discarded(discarded.size()));
	}

	private void redrive(Settlement settlement, ProgressKey key, int limit) {
		if (settlement.event() != null) {
			this.targets.takeBack(settlement.event());
		}
		List<QuarantinedEvent> events = this.targets.events(settlement, key, limit);
		List<Long> numbers = events.stream().map((event) -> event.event().sequenceNumber()).toList();
		advance(settlement, key, numbers, events.isEmpty() ? StepResult.NOTHING : redrive(key, events));
	}

	private StepResult redrive(ProgressKey key, List<QuarantinedEvent> events) {
		Redriven redriven = (events.size() == 1) ? redriveAlone(key, events) : this.redrive.count(key, events);
		List<QuarantinedEvent> kept = redriven.kept();
		return new StepResult(redriven.counted(), redriven.duplicates(), 0, kept.size(),
				kept.isEmpty() ? null : kept.get(kept.size() - 1).reason());
	}

	private Redriven redriveAlone(ProgressKey key, List<QuarantinedEvent> event) {
		try {
			return this.savepoint.execute((status) -> this.redrive.count(key, event));
		}
		catch (RefusedContentException ex) {
			return this.redrive.refuse(key, event.get(0), ex.getMessage());
		}
	}

	/** Where another settlement took all events of the partition, it is done with. */
	private void advance(Settlement settlement, ProgressKey key, List<Long> numbers, StepResult result) {
		long last = numbers.stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
		this.settlements.advance(settlement, new Place(key.partition(), key.incarnation(), last), result);
	}

}
