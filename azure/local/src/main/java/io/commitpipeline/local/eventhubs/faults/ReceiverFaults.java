package io.commitpipeline.local.eventhubs.faults;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.commitpipeline.local.faults.Fault;

/**
 * Faults of those who receive from a consumer group.
 */
public final class ReceiverFaults {

	private final LinkFaults links;

	private final Predicate<LinkAddress> receivers;

	ReceiverFaults(LinkFaults links, Predicate<LinkAddress> receivers) {
		this.links = links;
		this.receivers = receivers;
	}

	/**
	 * Delivers nothing though events wait, on present links and those to come, which all
	 * stay up.
	 */
	public Fault freeze() {
		return this.links.freeze((link) -> this.receivers.test(link.address()));
	}

	/**
	 * Delivers nothing on present links though events wait; whoever attaches again is
	 * served.
	 */
	public Fault freezePresentLinks() {
		return this.links.freeze(Set.copyOf(this.links.open(this.receivers))::contains);
	}

	/**
	 * Delivers the last events again on the present links.
	 * @param events how many; fewer if the partition holds fewer
	 * @return how many links that were
	 */
	public int redeliver(long events) {
		return strike((link) -> link.move(-events));
	}

	/**
	 * Leaves out the next events on the present links, so that what comes is beyond them.
	 * @param events how many
	 * @return how many links that were
	 */
	public int leaveOut(long events) {
		return strike((link) -> link.move(events));
	}

	/**
	 * Detaches the links; they may attach again.
	 * @param error what the clients are told
	 * @return how many links that were
	 */
	public int detach(AmqpError error) {
		return strike((link) -> link.detach(error));
	}

	/**
	 * Drops the connections that have such links.
	 * @return how many links that were
	 */
	public int dropConnections() {
		return strike(OpenLink::drop);
	}

	private int strike(Consumer<OpenLink> blow) {
		return this.links.strike(this.receivers, blow);
	}

}
