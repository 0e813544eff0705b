package io.commitpipeline.processor.hub;

import com.azure.messaging.eventhubs.EventHubClientBuilder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A client for questions about the hub, with the connection settings of the binder.
 */
@Configuration(proxyBeanMethods = false)
public class HubConfiguration {

	@Bean
	Hub hub(EventHubClientBuilder builder) {
		builder.consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME);
		return new Hub(builder::buildAsyncConsumerClient);
	}

}
