package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.message.Message;

/**
 * A client sends requests to a node; answers go to the link that the request names.
 */
final class RequestLink implements LinkHandler {

	private final Node node;

	private final Function<String, Optional<ReplyLink>> replyLinks;

	private final Transfers transfers;

	RequestLink(Node node, Function<String, Optional<ReplyLink>> replyLinks, Transfers transfers) {
		this.node = node;
		this.replyLinks = replyLinks;
		this.transfers = transfers;
		this.transfers.topUp();
	}

	@Override
	public void delivery(Delivery delivery) {
		ByteBuffer bytes = this.transfers.take(delivery);
		if (bytes == null) {
			return;
		}
		try {
			Message request = Proton.message();
			request.decode(bytes.array(), 0, bytes.limit());
			Optional<ReplyLink> link = this.replyLinks.apply(request.getReplyTo());
			if (link.isPresent() && link.get().isFull()) {
				Transfers.reject(delivery, Conditions.error(Conditions.LIMIT_EXCEEDED, "The answers are not taken."));
				return;
			}
			Message answer = answer(request);
			link.ifPresent((found) -> found.reply(answer));
			Transfers.accept(delivery);
		}
		catch (DecodeException | IllegalArgumentException ex) {
			Transfers.reject(delivery, Conditions.error(Conditions.DECODE_ERROR, ex.getMessage()));
		}
	}

	private Message answer(Message request) {
		Message answer = response(request).toMessage();
		answer.setCorrelationId(request.getMessageId());
		return answer;
	}

	private Response response(Message request) {
		ApplicationProperties properties = request.getApplicationProperties();
		Object body = (request.getBody() instanceof AmqpValue value) ? value.getValue() : null;
		try {
			return this.node.answer((properties != null) ? properties.getValue() : Map.of(), body);
		}
		catch (RefusedException ex) {
			return Response.refused(ex);
		}
	}

	@Override
	public void flush() {
		this.transfers.topUp();
	}

}
