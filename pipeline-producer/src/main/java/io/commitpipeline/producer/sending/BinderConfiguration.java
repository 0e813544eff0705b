package io.commitpipeline.producer.sending;

import java.util.function.Supplier;

import com.azure.spring.cloud.stream.binder.eventhubs.implementation.EventHubsMessageChannelBinder;
import com.azure.spring.integration.core.handler.DefaultMessageHandler;
import reactor.core.publisher.Flux;

import org.springframework.cloud.stream.binder.BinderCustomizer;
import org.springframework.cloud.stream.config.ProducerMessageHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Binds the commits to the hub.
 */
@Configuration(proxyBeanMethods = false)
class BinderConfiguration {

	@Bean
	Supplier<Flux<Message<byte[]>>> commits(CommitFlux flux) {
		return flux::messages;
	}

	/**
	 * The binder looks for no such customizers among the beans: they are handed to it.
	 */
	@Bean
	BinderCustomizer binderCustomizer(Sender sender, ClosableClients clients) {
		ProducerMessageHandlerCustomizer<DefaultMessageHandler> reportToSender = (handler,
				destination) -> HandlerAnswers.report(handler, sender.answers());
		return (binder, name) -> {
			if (binder instanceof EventHubsMessageChannelBinder hubs) {
				hubs.setProducerMessageHandlerCustomizer(reportToSender);
				hubs.addProducerFactoryCustomizer(clients::madeBy);
			}
		};
	}

}
