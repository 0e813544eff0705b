package io.commitpipeline.producer.sending;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * The stream behind the {@code commits} supplier. It never fails and never ends: a
 * supplier's flux is gone for good at its first error.
 */
@Component
class CommitFlux {

	private final Sinks.Many<Message<byte[]>> sink = Sinks.many().unicast().onBackpressureBuffer();

	Flux<Message<byte[]>> messages() {
		return this.sink.asFlux();
	}

	/**
	 * Hands a message to the binding, in the caller's thread.
	 * @param message the message
	 */
	void emit(Message<byte[]> message) {
		this.sink.tryEmitNext(message).orThrow();
	}

}
