package io.commitpipeline.local.eventhubs.faults;

import io.commitpipeline.local.eventhubs.broker.Broker;

/**
 * The faults of a namespace. They can be set and lifted at any time, from any thread.
 */
public final class EventHubsFaults {

	private final Broker broker;

	private final LinkFaults links;

	/**
	 * Makes the faults of a namespace.
	 * @param broker its hubs
	 * @param links its links
	 */
	public EventHubsFaults(Broker broker, LinkFaults links) {
		this.broker = broker;
		this.links = links;
	}

	/**
	 * Those who send to a hub.
	 * @param hub its name
	 * @return their faults
	 */
	public SenderFaults senders(String hub) {
		return new SenderFaults(this.links, hub, Long.MAX_VALUE);
	}

	/**
	 * Those who receive from a consumer group, in all partitions.
	 * @param hub the hub's name
	 * @param group the consumer group
	 * @return their faults
	 */
	public ReceiverFaults receivers(String hub, String group) {
		return new ReceiverFaults(this.links, (link) -> link.isReceiver(hub, group));
	}

	/**
	 * Those who receive from a consumer group in one partition.
	 * @param hub the hub's name
	 * @param group the consumer group
	 * @param partition the partition's id
	 * @return their faults
	 */
	public ReceiverFaults receivers(String hub, String group, String partition) {
		return new ReceiverFaults(this.links, (link) -> link.isReceiver(hub, group, partition));
	}

	/**
	 * A hub itself.
	 * @param name its name
	 * @return its faults
	 */
	public HubFaults hub(String name) {
		return new HubFaults(this.broker, this.links, name);
	}

	/**
	 * Drops every connection that sends or receives.
	 * @return how many links they had
	 */
	public int dropConnections() {
		return this.links.strike((link) -> true, OpenLink::drop);
	}

	/**
	 * Lifts whatever is set.
	 */
	public void lift() {
		this.links.lift();
	}

}
