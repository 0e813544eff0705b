package io.commitpipeline.producer.sending;

import com.azure.spring.messaging.eventhubs.core.DefaultEventHubsNamespaceProducerFactory;
import com.azure.spring.messaging.eventhubs.core.EventHubsProducerFactory;

import org.springframework.stereotype.Component;

/**
 * The binder's clients. They are cached, so a stuck one stays until it is closed; the
 * next send makes another.
 */
@Component
class ClosableClients {

	private volatile DefaultEventHubsNamespaceProducerFactory factory;

	void madeBy(EventHubsProducerFactory factory) {
		this.factory = (DefaultEventHubsNamespaceProducerFactory) factory;
	}

	void close() {
		DefaultEventHubsNamespaceProducerFactory present = this.factory;
		if (present != null) {
			present.destroy();
		}
	}

}
