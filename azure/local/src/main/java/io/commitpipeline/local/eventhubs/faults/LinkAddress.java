package io.commitpipeline.local.eventhubs.faults;

import java.util.Optional;

/**
 * What a link is for.
 *
 * @param hub the hub
 * @param group the consumer group of a receiver; empty for a sender
 * @param partition the partition; empty for a sender to the whole hub
 */
public record LinkAddress(String hub, Optional<String> group, Optional<String> partition) {

	/**
	 * The address as clients write it.
	 */
	public String path() {
		return this.hub + this.group.map("/ConsumerGroups/"::concat).orElse("")
				+ this.partition.map("/Partitions/"::concat).orElse("");
	}

	boolean isOf(String hub) {
		return this.hub.equalsIgnoreCase(hub);
	}

	boolean isSender(String hub) {
		return isOf(hub) && this.group.isEmpty();
	}

	boolean isReceiver(String hub, String group) {
		return isOf(hub) && this.group.filter(group::equalsIgnoreCase).isPresent();
	}

	boolean isReceiver(String hub, String group, String partition) {
		return isReceiver(hub, group) && this.partition.filter(partition::equals).isPresent();
	}

}
