package io.commitpipeline.local.eventhubs.faults;

import java.time.Duration;
import java.util.function.Consumer;

import io.commitpipeline.local.faults.Fault;

/**
 * Faults of those who send to a hub.
 */
public final class SenderFaults {

	private final LinkFaults links;

	private final String hub;

	private final long times;

	SenderFaults(LinkFaults links, String hub, long times) {
		this.links = links;
		this.hub = hub;
		this.times = times;
	}

	/**
	 * Limits the fault that is set next; without, it strikes until it is lifted.
	 * @param transfers how many transfers are struck; the SDK sends a batch as one
	 * @return the faults with that limit
	 */
	public SenderFaults times(long transfers) {
		return new SenderFaults(this.links, this.hub, transfers);
	}

	/**
	 * Answers with {@code com.microsoft:server-busy} and stores nothing.
	 */
	public Fault throttle() {
		return set(SendFault.THROTTLED);
	}

	/**
	 * Stores at once and acknowledges late.
	 * @param delay by how much
	 * @return the fault
	 */
	public Fault delayAcknowledgement(Duration delay) {
		return set(SendFault.late(delay));
	}

	/**
	 * Stores and never answers.
	 */
	public Fault loseAcknowledgement() {
		return set(SendFault.UNANSWERED);
	}

	private Fault set(SendFault fault) {
		return this.links.addSendFault(this.times, (link) -> link.isSender(this.hub), fault);
	}

	/**
	 * Detaches all links of senders; they may attach again.
	 * @param error what the clients are told
	 * @return how many links that were
	 */
	public int detach(AmqpError error) {
		return strike((link) -> link.detach(error));
	}

	/**
	 * Drops the connections that have links of senders.
	 * @return how many links that were
	 */
	public int dropConnections() {
		return strike(OpenLink::drop);
	}

	private int strike(Consumer<OpenLink> blow) {
		return this.links.strike((link) -> link.isSender(this.hub), blow);
	}

}
