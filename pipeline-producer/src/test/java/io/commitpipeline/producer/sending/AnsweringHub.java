package io.commitpipeline.producer.sending;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.integration.config.GlobalChannelInterceptor;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ChannelInterceptor;

/**
 * Answers in the place of a hub, behind the test binder: as told, for each message.
 */
@GlobalChannelInterceptor(patterns = "commits-*", order = Integer.MAX_VALUE)
public class AnsweringHub implements ChannelInterceptor {

	public enum Answer {

		ACCEPTED, FAILED, NONE

	}

	@FunctionalInterface
	public interface Behaviour {

		Answer answer(Message<?> message);

	}

	private final Sender sender;

	private final Map<MessageChannel, Answers> bindings = new ConcurrentHashMap<>();

	private final List<Message<?>> messages = new CopyOnWriteArrayList<>();

	private final Behaviour behaviour;

	AnsweringHub(Sender sender, Behaviour behaviour) {
		this.sender = sender;
		this.behaviour = behaviour;
	}

	/** All that came, also what was not accepted. */
	public List<Message<?>> messages() {
		return this.messages;
	}

	public List<Long> rows() {
		return this.messages.stream().map(AnsweringHub::row).toList();
	}

	public static long row(Message<?> message) {
		return Long.parseLong(message.getHeaders().get("replay-row", String.class));
	}

	@Override
	public void afterSendCompletion(Message<?> message, MessageChannel channel, boolean sent, Exception ex) {
		Answers answers = this.bindings.computeIfAbsent(channel, (unseen) -> this.sender.answers());
		this.messages.add(message);
		switch (this.behaviour.answer(message)) {
			case ACCEPTED -> answers.accepted();
			case FAILED -> answers.failed(row(message), new IllegalStateException("as told"));
			default -> {
			}
		}
	}

}
