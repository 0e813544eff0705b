package io.commitpipeline.local.eventhubs.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/**
 * A client receives the answers of a node.
 */
final class ReplyLink implements LinkHandler {

	private static final int INITIAL_SIZE = 1024;

	private static final int MOST_UNSENT = 1_000;

	private final Sender sender;

	private final Queue<ByteBuffer> unsent = new ArrayDeque<>();

	private long deliveries;

	ReplyLink(Sender sender) {
		this.sender = sender;
	}

	void reply(Message message) {
		this.unsent.add(encode(message));
	}

	/**
	 * Whether the client asks on and on and takes no answer.
	 */
	boolean isFull() {
		return this.unsent.size() >= MOST_UNSENT;
	}

	private static ByteBuffer encode(Message message) {
		for (int size = INITIAL_SIZE;; size *= 4) {
			byte[] bytes = new byte[size];
			try {
				return ByteBuffer.wrap(bytes, 0, message.encode(bytes, 0, size));
			}
			catch (java.nio.BufferOverflowException ex) {
				continue;
			}
		}
	}

	@Override
	public boolean pump() {
		while (!this.unsent.isEmpty() && this.sender.getLocalState() == EndpointState.ACTIVE
				&& this.sender.getCredit() > 0) {
			Delivery delivery = this.sender
				.delivery(ByteBuffer.allocate(Long.BYTES).putLong(this.deliveries++).array());
			this.sender.sendNoCopy(ReadableBuffer.ByteBufferReader.wrap(this.unsent.remove()));
			delivery.settle();
			this.sender.advance();
		}
		return false;
	}

	@Override
	public void delivery(Delivery delivery) {
		delivery.settle();
	}

}
