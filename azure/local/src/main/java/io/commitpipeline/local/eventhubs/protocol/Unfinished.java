package io.commitpipeline.local.eventhubs.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much clients have sent of transfers whose end is still to come. When that is too
 * much, those who came later wait until the first has come to its end: what they send
 * stays in the network.
 */
final class Unfinished {

	private static final long MOST = Runtime.getRuntime().maxMemory() / 16;

	private static final long MOST_OF_ONE = 8 * MOST;

	private final Map<Inflow, Long> bytes = new LinkedHashMap<>();

	private long total;

	/**
	 * Notes how much a connection holds by now.
	 */
	synchronized void set(Inflow inflow, long now) {
		if (now > MOST_OF_ONE) {
			throw new LimitExceededException(
					"A connection holds at most %d bytes of unfinished transfers.".formatted(MOST_OF_ONE));
		}
		boolean tooMuch = this.total > MOST;
		Long before = (now > 0) ? this.bytes.put(inflow, now) : this.bytes.remove(inflow);
		long change = now - ((before != null) ? before : 0);
		this.total += change;
		if (tooMuch && change < 0) {
			this.bytes.keySet().forEach(Inflow::wake);
		}
	}

	/**
	 * Whether a connection has to wait.
	 */
	synchronized boolean isToWait(Inflow inflow) {
		return this.total > MOST && this.bytes.containsKey(inflow) && this.bytes.keySet().iterator().next() != inflow;
	}

}
