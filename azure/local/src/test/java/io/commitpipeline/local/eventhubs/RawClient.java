package io.commitpipeline.local.eventhubs;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;

/**
 * A client that sends what the SDK never would.
 */
final class RawClient implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 10_000;

	private final Transport transport = Transport.Factory.create();

	private final Connection connection = Proton.connection();

	private final Socket socket;

	private long deliveries;

	RawClient(int port) throws IOException {
		this.socket = new Socket("127.0.0.1", port);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.transport.sasl().client();
		this.transport.sasl().setMechanisms("ANONYMOUS");
		this.transport.bind(this.connection);
		this.connection.setContainer("raw");
		this.connection.open();
	}

	Session session() throws IOException {
		Session session = this.connection.session();
		session.open();
		until(() -> session.getRemoteState() == EndpointState.ACTIVE);
		return session;
	}

	Sender sender(Session session, String address) throws IOException {
		Sender sender = session.sender(address + this.deliveries++);
		Target target = new Target();
		target.setAddress(address);
		sender.setTarget(target);
		sender.open();
		until(() -> sender.getCredit() > 0);
		return sender;
	}

	DeliveryState send(Sender sender, byte[] message, int format) throws IOException {
		Delivery delivery = sender.delivery(ByteBuffer.allocate(Long.BYTES).putLong(this.deliveries++).array());
		delivery.setMessageFormat(format);
		sender.send(message, 0, message.length);
		sender.advance();
		until(delivery::remotelySettled);
		delivery.settle();
		return delivery.getRemoteState();
	}

	/**
	 * Sends bytes past the engine and reads as many as they are.
	 */
	byte[] exchange(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		return this.socket.getInputStream().readNBytes(bytes.length);
	}

	/**
	 * Writes and reads until something has happened.
	 */
	void until(BooleanSupplier condition) throws IOException {
		byte[] bytes = new byte[64 * 1024];
		write();
		while (!condition.getAsBoolean()) {
			int length = this.socket.getInputStream().read(bytes);
			if (length < 0) {
				throw new IOException("the server closed the connection");
			}
			for (int at = 0; at < length;) {
				int part = Math.min(length - at, this.transport.capacity());
				this.transport.tail().put(bytes, at, part);
				this.transport.process();
				at += part;
			}
			write();
		}
	}

	private void write() throws IOException {
		for (int pending = this.transport.pending(); pending > 0; pending = this.transport.pending()) {
			byte[] bytes = new byte[pending];
			this.transport.head().get(bytes);
			this.transport.pop(pending);
			this.socket.getOutputStream().write(bytes);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
