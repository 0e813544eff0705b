package io.commitpipeline.local.eventhubs.broker;

import java.util.OptionalLong;

/**
 * Someone who reads a partition for a consumer group; called from any thread.
 */
public interface Reader {

	/**
	 * The owner level, if it claims the partition for itself.
	 */
	OptionalLong ownerLevel();

	/**
	 * New events are there.
	 */
	void wake();

	/**
	 * Another reader has taken the partition.
	 * @param reason the sentence for the client
	 */
	void stolen(String reason);

}
