package io.commitpipeline.producer.sending;

import com.azure.messaging.eventhubs.EventHubProducerClient;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * A hub of four partitions that need not be there.
 */
@Primary
@Component
public class FixedHub extends Hub {

	FixedHub(EventHubProducerClient client) {
		super(client);
	}

	@Override
	public int partitions() {
		return 4;
	}

}
