package io.commitpipeline.processor.retry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Knows what waits, for what, and since when.
 */
@Component
public class Waits {

	private final Set<Wait> underWay = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	Waits(Clock clock) {
		this.clock = clock;
	}

	Wait begin(Work work) {
		Wait wait = new Wait(work, this.clock.instant());
		this.underWay.add(wait);
		return wait;
	}

	void end(Wait wait) {
		this.underWay.remove(wait);
	}

	/**
	 * @return work that fails, or whose first answer does not come
	 */
	public List<Wait> blocked() {
		Instant now = this.clock.instant();
		return this.underWay.stream().filter((wait) -> wait.isBlocked(now)).toList();
	}

}
