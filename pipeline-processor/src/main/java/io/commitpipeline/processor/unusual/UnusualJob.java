package io.commitpipeline.processor.unusual;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares authors every few seconds while events come, off the hot path.
 */
@Component
class UnusualJob {

	private static final Logger logger = LoggerFactory.getLogger(UnusualJob.class);

	private final UnusualRanking ranking;

	private final Habits habits;

	UnusualJob(UnusualRanking ranking, Habits habits) {
		this.ranking = ranking;
		this.habits = habits;
	}

	@Scheduled(initialDelay = 10_000, fixedDelay = 15_000)
	void rank() {
		attempt("The authors are not compared", this.ranking::refresh);
	}

	@Scheduled(fixedDelay = 5_000)
	void tidy() {
		attempt("Habits are not added up", this.habits::tidy);
	}

	private static void attempt(String failure, Runnable work) {
		try {
			work.run();
		}
		catch (NestedRuntimeException ex) {
			logger.warn("{}, the next time they will be: {}", failure, ex.toString());
		}
	}

}
