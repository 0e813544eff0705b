package io.commitpipeline.processor.hotpath;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

import io.commitpipeline.processor.events.ReceivedEvent;

import org.springframework.stereotype.Component;

/**
 * Counts events by the time from the hub's taking them until they are counted, in buckets
 * that can be added up: percentiles of parts cannot.
 */
@Component
public class Latencies {

	/**
	 * The first ends at 10 ms, each at 1.4 times the one before; the last takes the rest.
	 */
	static final int BUCKETS = 36;

	private static final double FIRST_MILLIS = 10;

	private final Map<Integer, AtomicLongArray> partitions = new ConcurrentHashMap<>();

	private final Clock clock;

	Latencies(Clock clock) {
		this.clock = clock;
	}

	void counted(int partition, List<ReceivedEvent> events) {
		Instant now = this.clock.instant();
		AtomicLongArray buckets = buckets(partition);
		events.forEach((event) -> buckets.incrementAndGet(bucket(Duration.between(event.enqueuedAt(), now))));
	}

	/**
	 * Takes what was counted since the last time.
	 * @return a number for each bucket, by partition; none of partitions that brought
	 * nothing
	 */
	public Map<Integer, long[]> drain() {
		Map<Integer, long[]> drained = new HashMap<>();
		this.partitions.forEach((partition, buckets) -> {
			long[] counts = new long[BUCKETS];
			Arrays.setAll(counts, (i) -> buckets.getAndSet(i, 0));
			if (Arrays.stream(counts).sum() > 0) {
				drained.put(partition, counts);
			}
		});
		return drained;
	}

	/**
	 * Puts back what could not be written.
	 * @param drained as it was taken
	 */
	public void putBack(Map<Integer, long[]> drained) {
		drained.forEach((partition, counts) -> {
			AtomicLongArray buckets = buckets(partition);
			for (int i = 0; i < BUCKETS; i++) {
				buckets.addAndGet(i, counts[i]);
			}
		});
	}

	static int bucket(Duration latency) {
		double steps = 2 * Math.log(latency.toMillis() / FIRST_MILLIS) / Math.log(2);
		return (int) Math.max(0, Math.min(Math.ceil(steps), BUCKETS - 1));
	}

	private AtomicLongArray buckets(int partition) {
		return this.partitions.computeIfAbsent(partition, (id) -> new AtomicLongArray(BUCKETS));
	}

}
