package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;

import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Receiver;

/**
 * Takes whole transfers off a link, grants credit for more, and answers them.
 */
final class Transfers {

	private static final int CREDIT = 300;

	private final Receiver receiver;

	private final int largest;

	private boolean tooLarge;

	/**
	 * Agrees on the smaller of both sides' sizes.
	 * @param largest the most bytes that are taken here
	 */
	Transfers(Receiver receiver, int largest) {
		UnsignedLong theirs = receiver.getRemoteMaxMessageSize();
		boolean unlimited = theirs == null || theirs.longValue() <= 0;
		this.receiver = receiver;
		this.largest = unlimited ? largest : (int) Math.min(largest, theirs.longValue());
		receiver.setMaxMessageSize(UnsignedLong.valueOf(this.largest));
	}

	/**
	 * Takes a transfer once it is there as a whole; one that is too large is read off and
	 * rejected.
	 * @return the transfer's bytes, or null if there is nothing to work on
	 */
	ByteBuffer take(Delivery delivery) {
		if (delivery != this.receiver.current()) {
			return null;
		}
		if (this.receiver.getCredit() < 1) {
			this.receiver.setCondition(
					Conditions.error(Conditions.TRANSFER_LIMIT_EXCEEDED, "There was no credit for this transfer."));
			this.receiver.close();
			return null;
		}
		if (delivery.isAborted()) {
			this.tooLarge = false;
			delivery.settle();
			return null;
		}
		if (delivery.pending() > this.largest) {
			this.tooLarge = true;
		}
		if (this.tooLarge) {
			this.receiver.recv();
		}
		if (delivery.isPartial()) {
			return null;
		}
		boolean rejected = this.tooLarge;
		this.tooLarge = false;
		byte[] bytes = new byte[rejected ? 0 : delivery.pending()];
		this.receiver.recv(bytes, 0, bytes.length);
		this.receiver.advance();
		if (rejected) {
			reject(delivery, Conditions.error(Conditions.MESSAGE_SIZE_EXCEEDED,
					"The received message exceeds the limit of %d bytes of this link.".formatted(this.largest)));
		}
		return rejected ? null : ByteBuffer.wrap(bytes);
	}

	void topUp() {
		int credit = this.receiver.getCredit();
		if (credit <= CREDIT / 2 && this.receiver.getLocalState() != EndpointState.CLOSED) {
			this.receiver.flow(CREDIT - credit);
		}
	}

	static void accept(Delivery delivery) {
		settle(delivery, Accepted.getInstance());
	}

	static void reject(Delivery delivery, ErrorCondition condition) {
		Rejected rejected = new Rejected();
		rejected.setError(condition);
		settle(delivery, rejected);
	}

	private static void settle(Delivery delivery, DeliveryState state) {
		if (!delivery.remotelySettled()) {
			delivery.disposition(state);
		}
		delivery.settle();
	}

}
