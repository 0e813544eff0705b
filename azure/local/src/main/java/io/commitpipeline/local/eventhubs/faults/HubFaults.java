package io.commitpipeline.local.eventhubs.faults;

import java.io.IOException;

import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.broker.RefusedException;

/**
 * What can happen to a hub.
 */
public final class HubFaults {

	private final Broker broker;

	private final LinkFaults links;

	private final String hub;

	HubFaults(Broker broker, LinkFaults links, String hub) {
		this.broker = broker;
		this.links = links;
		this.hub = hub;
	}

	/**
	 * Deletes the hub and makes it again under the same name: another creation time, no
	 * events, sequence numbers from 0. All links are detached by force, so clients attach
	 * again by themselves.
	 * @throws IOException if it cannot be made
	 */
	public void recreate() throws IOException {
		try {
			recreate(this.broker.hub(this.hub).partitionCount());
		}
		catch (RefusedException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Deletes the hub and makes it again with another number of partitions.
	 * @param partitions how many it has from now on
	 * @throws IOException if it cannot be made
	 */
	public void recreate(int partitions) throws IOException {
		try {
			this.broker.recreate(this.hub, partitions);
		}
		catch (RefusedException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
		this.links.strike((link) -> link.isOf(this.hub), (link) -> link.detach(AmqpError.DETACH_FORCED));
	}

	/**
	 * Lets retention take a partition's oldest events; who was about to read them goes on
	 * with the first that is left.
	 * @param partition the partition's id
	 * @param sequenceNumber the first event that stays
	 * @throws IOException if that cannot be kept
	 */
	public void expireBefore(String partition, long sequenceNumber) throws IOException {
		try {
			this.broker.hub(this.hub).partition(partition).expireBefore(sequenceNumber);
		}
		catch (RefusedException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

}
