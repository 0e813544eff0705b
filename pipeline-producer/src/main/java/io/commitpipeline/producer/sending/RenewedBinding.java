package io.commitpipeline.producer.sending;

import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.integration.support.MutableMessageBuilder;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.stereotype.Component;

/**
 * The bindings that follow the first. The binding of a supplier's flux cannot be
 * restarted (its flux is gone with it), but a message may name another binding, which the
 * framework then makes. The name is not for the hub.
 */
@Component
@GlobalChannelInterceptor(patterns = RenewedBinding.PREFIX + "*")
class RenewedBinding implements ChannelInterceptor {

	static final String HEADER = "spring.cloud.stream.sendto.destination";

	static final String PREFIX = "commits-renewed-";

	static String name(int generation) {
		return PREFIX + generation;
	}

	@Override
	public Message<?> preSend(Message<?> message, MessageChannel channel) {
		return MutableMessageBuilder.fromMessage(message).removeHeader(HEADER).build();
	}

}
