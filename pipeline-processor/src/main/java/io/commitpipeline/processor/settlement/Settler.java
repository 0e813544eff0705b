package io.commitpipeline.processor.settlement;

import io.commitpipeline.processor.hotpath.RefusedContentException;
import io.commitpipeline.processor.retry.Shutdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries settlements out, one after the other, in steps that a batch can wait for. Any
 * processor does: the database says how far each has come.
 */
@Component
class Settler {

	private static final Logger logger = LoggerFactory.getLogger(Settler.class);

	private static final int LARGEST_STEP = 200;

	private final SettlementStep step;

	private final Shutdown shutdown;

	private boolean waiting;

	Settler(SettlementStep step, Shutdown shutdown) {
		this.step = step;
		this.shutdown = shutdown;
	}

	@Scheduled(fixedDelay = 1000)
	void settle() {
		try {
			int limit = LARGEST_STEP;
			while (limit > 0 && !this.shutdown.hasBegun()) {
				limit = take(limit);
			}
			this.waiting = false;
		}
		catch (NestedRuntimeException ex) {
			if (!this.waiting) {
				logger.warn("Settlements wait for the database: {}", ex.toString());
			}
			this.waiting = true;
		}
	}

	/**
	 * Halves a step that the database refuses until the event that it refuses is alone.
	 * @return how many events to take next, 0 if there are none
	 */
	private int take(int limit) {
		try {
			return this.step.take(limit) ? Math.min(2 * limit, LARGEST_STEP) : 0;
		}
		catch (RefusedContentException ex) {
			return Math.max(1, limit / 2);
		}
	}

}
