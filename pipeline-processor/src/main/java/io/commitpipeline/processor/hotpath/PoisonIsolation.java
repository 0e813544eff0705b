package io.commitpipeline.processor.hotpath;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.commitpipeline.processor.events.ReceivedEvent;
import io.commitpipeline.processor.progress.ProgressKey;
import org.springframework.dao.DataAccessException;

/**
 * Counts a batch whole, or where the database refuses what is in it, without the events
 * that it refuses.
 */
class PoisonIsolation {

	private final HotPathTransaction transaction;

	PoisonIsolation(HotPathTransaction transaction) {
		this.transaction = transaction;
	}

	/**
	 * @param attempt runs one transaction, as often as it takes
	 * @throws io.commitpipeline.processor.progress.JumpException if events are missing
	 * before these
	 */
	void count(ProgressKey key, List<ReceivedEvent> events, Consumer<Supplier<Outcomes>> attempt) {
		try {
			attempt.accept(() -> refusable(() -> this.transaction.count(key, events)));
		}
		catch (RefusedContentException ex) {
			isolate(key, events, ex.getMessage(), attempt);
		}
	}

	/** Halves the batch until the event that cannot be stored is alone. */
	private void isolate(ProgressKey key, List<ReceivedEvent> events, String reason,
			Consumer<Supplier<Outcomes>> attempt) {
		if (events.size() == 1) {
			attempt.accept(() -> refusable(() -> this.transaction.refuse(key, events.get(0), reason)));
			return;
		}
		int middle = events.size() / 2;
		count(key, events.subList(0, middle), attempt);
		count(key, events.subList(middle, events.size()), attempt);
	}

	private static Outcomes refusable(Supplier<Outcomes> transaction) {
		try {
			return transaction.get();
		}
		catch (DataAccessException ex) {
			throw RefusedContentException.orElse(ex);
		}
	}

}
