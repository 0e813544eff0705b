package io.commitpipeline.producer.sending;

import com.azure.messaging.eventhubs.EventHubProducerClient;

import org.springframework.stereotype.Component;

/**
 * What the hub says of itself.
 */
@Component
public class Hub {

	private final EventHubProducerClient client;

	Hub(EventHubProducerClient client) {
		this.client = client;
	}

	/**
	 * Asks for the number of partitions.
	 * @return their number
	 */
	public int partitions() {
		return Math.toIntExact(this.client.getPartitionIds().stream().count());
	}

}
