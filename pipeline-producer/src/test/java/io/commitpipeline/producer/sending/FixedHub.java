package io.commitpipeline.producer.sending;

import com.azure.messaging.eventhubs.EventHubProducerClient;

import org.springframework.context.annotation.Primary;

/**
 * A hub of four partitions that need not be there.
 */
@Primary
public class FixedHub extends Hub {

	FixedHub(EventHubProducerClient client) {
		super(client);
	}

	@Override
	public int partitions() {
		return 4;
	}

}
